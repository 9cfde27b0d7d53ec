import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { names } from "@/lib/guilds/schema";
import { pageLimit } from "@/lib/page-size";

/** Which log an entry is from: this dashboard's, the bot's, Discord's. */
export const auditSources = ["change", "bot", "discord"] as const;
export type AuditSource = (typeof auditSources)[number];

/** What an entry is about, over all three logs. */
export const auditKinds = [
	"members",
	"moderation",
	"messages",
	"channels",
	"roles",
	"commands",
	"configuration",
	"access",
	"content",
	"server",
	"expressions",
	"events",
	"invites",
	"webhooks",
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What the timeline can be narrowed to; the same names stand in the page's address. */
export const auditFilters = z.strictObject({
	source: z.enum(auditSources).optional(),
	kind: z.enum(auditKinds).optional(),
	actor: snowflake.optional(),
	target: snowflake.optional(),
	/** Days in the server's zone, both included. */
	from: z.iso.date().optional(),
	to: z.iso.date().optional(),
});
export type AuditFilters = z.infer<typeof auditFilters>;

export const listAuditQuery = auditFilters.extend({
	cursor: z.string().max(300).optional(),
	limit: pageLimit,
});
export type ListAuditQuery = z.infer<typeof listAuditQuery>;

export const auditParams = z.strictObject({
	source: z.enum(auditSources),
	/** A snowflake; for changes of the dashboard their number in the server's chain. */
	entryId: z.string().regex(/^[1-9]\d{0,18}$/),
});
export type AuditParams = z.infer<typeof auditParams>;

/** A field before and after; one side is missing where there was or is nothing. */
const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export type FieldChange = z.infer<typeof fieldChange>;

export const auditEntry = z.object({
	source: z.enum(auditSources),
	id: z.string(),
	at: z.string(),
	actorId: z.string().nullable(),
	/** What the actor was called then, where the log kept it. */
	actorName: z.string().nullable(),
	/** Discord's name of the action, the bot's word for it, or `insert`, `update`, `delete`. */
	action: z.string(),
	/** The table that was changed in the dashboard, and the row's key without the server's id. */
	table: z.string().nullable(),
	rowKey: z.string().nullable(),
	targetId: z.string().nullable(),
	channelId: z.string().nullable(),
	messageId: z.string().nullable(),
	/** The number of the case or of the note that this is about. */
	number: z.number().nullable(),
	reason: z.string().nullable(),
	fields: z.array(fieldChange),
	/** What else the log says: Discord's options, the bot's metadata. */
	extra: z.record(z.string(), z.unknown()),
	/** What the ids in this entry refer to. */
	names,
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditList = z.object({ items: z.array(auditEntry), nextCursor: z.string().nullable() });
export type AuditList = z.infer<typeof auditList>;

/** A change's place in the server's hash chain; null if there is no neighbour to compare with. */
const chainLink = z.object({
	number: z.number(),
	/** The row's own hash fits its content. */
	intact: z.boolean(),
	followsPrevious: z.boolean().nullable(),
	precedesNext: z.boolean().nullable(),
	hash: z.string(),
});
export type ChainLink = z.infer<typeof chainLink>;

export const auditDetail = auditEntry.extend({
	requestId: z.string().nullable(),
	chain: chainLink.nullable(),
	/** The row as it is stored. */
	raw: z.record(z.string(), z.unknown()),
});
export type AuditDetail = z.infer<typeof auditDetail>;
