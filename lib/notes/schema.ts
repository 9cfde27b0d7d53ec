import { z } from "zod";
import { largestNumber } from "@/lib/cases/kinds";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";
import { longestNote } from "./limits";

export const listNotesQuery = z.strictObject({ member: snowflake });

export const note = z.object({
	noteNumber: z.number(),
	content: z.string(),
	author: person,
	/** The case it was written about, when there is one. */
	caseNumber: z.number().nullable(),
	createdAt: z.string(),
	/** Whether the reader wrote it and so may remove it. */
	mine: z.boolean(),
});
export type Note = z.infer<typeof note>;

export const noteList = z.object({ items: z.array(note) });

export const addNote = z.strictObject({
	member: snowflake,
	caseNumber: z.number().int().min(1).max(largestNumber).optional(),
	content: z.string().trim().min(1).max(longestNote),
});
export type AddNote = z.infer<typeof addNote>;

export const noteParams = z.object({ noteNumber: z.coerce.number().int().min(1).max(largestNumber) });
