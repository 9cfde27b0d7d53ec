import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { pageLimit } from "@/lib/page-size";

export const channelParams = z.object({ channelId: snowflake });

export const channelItem = z.object({
	id: z.string(),
	name: z.string(),
	/** The stored text name: `guild_text`. */
	type: z.string(),
	topic: z.string().nullable(),
	/** The category, or for a thread the channel it hangs under. */
	parentId: z.string().nullable(),
	position: z.number(),
	isNsfw: z.boolean(),
	/** @everyone cannot see it. */
	isPrivate: z.boolean(),
	isArchived: z.boolean(),
	isLocked: z.boolean(),
	/** Seconds between two messages of one member; 0 is none. */
	slowmode: z.number(),
	/** Threads or posts below it, archived ones too. */
	threads: z.number(),
	activeThreads: z.number(),
	/** Messages of the last 30 days (UTC). */
	messages: z.number(),
	/** All stored messages, however old; for a thread, Discord's count if that is higher. */
	totalMessages: z.number(),
	lastMessageAt: z.string().nullable(),
});
export type ChannelItem = z.infer<typeof channelItem>;

export const channelList = z.object({ items: z.array(channelItem) });

export const listThreadsQuery = z.strictObject({
	cursor: z.string().max(200).optional(),
	limit: pageLimit,
});
export type ListThreadsQuery = z.infer<typeof listThreadsQuery>;

export const threadList = z.object({ items: z.array(channelItem), nextCursor: z.string().nullable() });
export type ThreadList = z.infer<typeof threadList>;

const bits = z.string();

export const channelOverwrite = z.object({
	id: z.string(),
	kind: z.enum(["role", "member"]),
	/** Null when the role or member is no longer known. */
	name: z.string().nullable(),
	/** The role's colour; 0 for members. */
	colour: z.number(),
	avatar: z.string().nullable(),
	/** Bit fields as decimal text. */
	allow: bits,
	deny: bits,
});
export type ChannelOverwrite = z.infer<typeof channelOverwrite>;

export const channelDetail = channelItem.extend({
	parent: z.object({ id: z.string(), name: z.string(), type: z.string() }).nullable(),
	/** Voice: bits a second, and how many may join (0: everyone). */
	bitrate: z.number().nullable(),
	userLimit: z.number().nullable(),
	/** Those in force: a thread has its parent's. */
	overwrites: z.array(channelOverwrite),
});
export type ChannelDetail = z.infer<typeof channelDetail>;

/** Whose permissions to explain; without either, @everyone's. */
export const holderQuery = z.strictObject({ member: snowflake.optional(), role: snowflake.optional() });
export type HolderQuery = z.infer<typeof holderQuery>;

export const channelTabs = ["access", "overwrites", "threads"] as const;
export type ChannelTab = (typeof channelTabs)[number];

export const channelPageSearch = holderQuery.extend({ tab: z.enum(channelTabs).optional() });
