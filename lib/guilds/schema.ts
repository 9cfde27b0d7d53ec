import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** A server in the list of those a person may open or could add the bot to. */
export const guildListItem = z.object({
	id: z.string(),
	name: z.string(),
	icon: z.string().nullable(),
	memberCount: z.number().nullable(),
	botPresent: z.boolean(),
	level: z.number(),
	owner: z.boolean(),
	favourite: z.boolean(),
	/** Known here; false where the person could only add the bot. */
	stored: z.boolean(),
});

export const guildList = z.object({ items: z.array(guildListItem) });

export const setFavourite = z.strictObject({
	guildId: snowflake,
	favourite: z.boolean(),
});

/** What the command palette asks for: a name, a nick, an id or a case number. */
export const searchQuery = z.strictObject({ q: z.string().trim().min(1).max(100) });

export const searchResults = z.object({
	members: z.array(
		z.object({ id: z.string(), name: z.string(), username: z.string(), avatar: z.string().nullable() }),
	),
	/** The type is the stored text name: `guild_text`. */
	channels: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
	cases: z.array(
		z.object({
			caseNumber: z.number(),
			type: z.string(),
			userName: z.string(),
			reason: z.string(),
		}),
	),
});

export type SearchResults = z.infer<typeof searchResults>;

/** A person as a list shows them: what they are called in the server. */
export const person = z.object({
	id: z.string(),
	name: z.string(),
	avatar: z.string().nullable(),
	isBot: z.boolean(),
});

/** What an id refers to, under its current name. */
export const named = z.discriminatedUnion("kind", [
	person.extend({ kind: z.literal("user") }),
	z.object({ kind: z.literal("channel"), id: z.string(), name: z.string(), type: z.string() }),
	z.object({ kind: z.literal("role"), id: z.string(), name: z.string(), colour: z.number() }),
]);
export type Named = z.infer<typeof named>;

/** By id; an id that is missing is nothing of this server. */
export const names = z.record(z.string(), named);
export type Names = z.infer<typeof names>;
