import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { locales, themes } from "@/lib/i18n/config";
import { isTimeZone } from "@/lib/time-zone";
import { leastReason } from "./limits";

const uuid = z.uuid();

/** What a person may choose for themselves; only what is named changes. */
export const changePreferences = z
	.strictObject({
		theme: z.enum(themes).optional(),
		language: z.enum(locales).optional(),
		timeZone: z.string().max(50).refine(isTimeZone, "Not a time zone that is known here").optional(),
	})
	.refine((change) => Object.keys(change).length > 0, "Name at least one preference");

export type ChangePreferences = z.infer<typeof changePreferences>;

export const profile = z.object({
	id: z.string(),
	username: z.string(),
	globalName: z.string().nullable(),
	avatar: z.string().nullable(),
	isOperator: z.boolean(),
	guildsSyncedAt: z.string().nullable(),
	theme: z.enum(themes),
	language: z.string(),
	timeZone: z.string(),
});

export const session = z.object({
	id: uuid,
	createdAt: z.string(),
	lastUsedAt: z.string(),
	expiresAt: z.string(),
	address: z.string().nullable(),
	userAgent: z.string().nullable(),
	current: z.boolean(),
});
export const sessionList = z.object({ items: z.array(session) });
export type Session = z.infer<typeof session>;

export const sessionParams = z.strictObject({ sessionId: uuid });

export const createToken = z.strictObject({
	name: z.string().trim().min(1, "Give the token a name").max(100),
	/** The token never reaches a higher level, even where its owner does. */
	maxLevel: z.number().int().min(1).max(7).nullable(),
	guildId: snowflake.nullable(),
	expiresInDays: z.number().int().min(1).max(366).nullable(),
});
export type CreateToken = z.infer<typeof createToken>;

export const token = z.object({
	id: uuid,
	name: z.string(),
	hint: z.string(),
	maxLevel: z.number().nullable(),
	guildId: z.string().nullable(),
	guildName: z.string().nullable(),
	createdAt: z.string(),
	lastUsedAt: z.string().nullable(),
	expiresAt: z.string().nullable(),
});
export const tokenList = z.object({ items: z.array(token) });
export type Token = z.infer<typeof token>;

/** The only time the token itself is shown. */
export const newToken = z.object({ id: uuid, token: z.string() });

export const tokenParams = z.strictObject({ tokenId: uuid });

export const startVisit = z.strictObject({
	guildId: z.string().trim().pipe(snowflake),
	/** Stands in the server's own change log. */
	reason: z.string().trim().min(leastReason).max(500),
	/** The visit ends by itself after this long. */
	hours: z.number().int().min(1).max(24),
});
export type StartVisit = z.infer<typeof startVisit>;
export const visit = z.object({ expiresAt: z.string() });
export type Visit = z.infer<typeof visit>;
