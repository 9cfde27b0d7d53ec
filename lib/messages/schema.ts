import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { pageLimit } from "@/lib/page-size";
import { messageParts } from "./searched-parts";

const flag = z.literal("1").optional();

/** Days that a snowflake can represent, in the server's time zone. */
const day = z.iso.date().refine((text) => text >= "2015-01-01" && text < "2084-01-01");

const part = z.enum(messageParts);

/** What the list of messages can be narrowed to; the same names stand in the page's address. */
export const listMessagesQuery = z.strictObject({
	/** Words as in a web search: `"in this order" or -without`; also `from:name in:channel has:image before:2026-01-01`. */
	q: z.string().trim().max(300).optional(),
	author: snowflake.optional(),
	channel: snowflake.optional(),
	/** A person the message mentions. */
	mentions: snowflake.optional(),
	/** All of them at once. */
	has: z
		.union([part, z.array(part).max(messageParts.length)])
		.transform((parts) => [parts].flat())
		.optional(),
	/** The kind of message as the database names it: `regular`, `reply`, `guild_member_join` … */
	type: z
		.string()
		.regex(/^[a-z0-9_]{1,64}$/)
		.optional(),
	/** Sent later than this day. */
	after: day.optional(),
	/** Sent earlier than this day. */
	before: day.optional(),
	pinned: flag,
	/** Also those that were deleted on Discord. */
	deleted: flag,
	cursor: z.string().max(100).optional(),
	limit: pageLimit,
});
export type ListMessagesQuery = z.infer<typeof listMessagesQuery>;

/** The part of it that a page's address carries. */
export const messageFilters = listMessagesQuery.omit({ cursor: true, limit: true });
export type MessageFilters = z.infer<typeof messageFilters>;

/** One message and what was said around it in its channel: both sides, or on from an end. */
export const messageContextQuery = z.strictObject({
	older: z.string().max(100).optional(),
	newer: z.string().max(100).optional(),
	/** On each side that is asked for. */
	limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type MessageContextQuery = z.infer<typeof messageContextQuery>;

/** The address of one message. */
export const messageParams = z.strictObject({ messageId: snowflake });
