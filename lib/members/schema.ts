import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { pageLimit } from "@/lib/page-size";

const flag = z.literal("1").optional();

export const memberSorts = ["-joined", "joined", "name", "-name"] as const;
export type MemberSort = (typeof memberSorts)[number];

/** What the list of members can be narrowed to; the same names stand in the page's address. */
export const listMembersQuery = z.strictObject({
	q: z.string().trim().max(100).optional(),
	role: snowflake.optional(),
	kind: z.enum(["people", "bots"]).optional(),
	boosting: flag,
	timedOut: flag,
	/** Those who have left, instead of those who are there. */
	left: flag,
	sort: z.enum(memberSorts).default("-joined"),
	cursor: z.string().max(500).optional(),
	limit: pageLimit,
});
export type ListMembersQuery = z.infer<typeof listMembersQuery>;

/** The part of it that a page's address carries. */
export const memberFilters = listMembersQuery.omit({ cursor: true, limit: true });
export type MemberFilters = z.infer<typeof memberFilters>;

/** The same with the member whose panel is open. */
export const memberListSearch = memberFilters.extend({ member: snowflake.optional() });

export const memberRole = z.object({ id: z.string(), name: z.string(), colour: z.number() });

export const memberListItem = z.object({
	id: z.string(),
	/** The nickname, display name or username, in that order. */
	name: z.string(),
	username: z.string(),
	avatar: z.string().nullable(),
	isBot: z.boolean(),
	/** Highest first. */
	roles: z.array(memberRole),
	joinedAt: z.string(),
	/** Joined by then at the latest: the member's first trace in what was imported. */
	joinedInferred: z.boolean(),
	boostingSince: z.string().nullable(),
	/** Only while a timeout runs. */
	timedOutUntil: z.string().nullable(),
	leftAt: z.string().nullable(),
	level: z.number().nullable(),
	/** When they last wrote; null also for readers below level 3, who may not read the message. */
	lastActiveAt: z.string().nullable(),
});
export type MemberListItem = z.infer<typeof memberListItem>;

export const memberList = z.object({ items: z.array(memberListItem), nextCursor: z.string().nullable() });
export type MemberList = z.infer<typeof memberList>;
