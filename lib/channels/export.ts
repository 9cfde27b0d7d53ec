import "server-only";
import { z } from "zod";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader, wholeList } from "@/lib/export/reader";
import { listChannels, readChannel } from "./data";
import { type ChannelItem, channelItem } from "./schema";
import { listThreads } from "./threads";
import { channelTree } from "./tree";

/** A channel and the name of its category or parent. */
export const exportedChannel = channelItem.extend({ parentName: z.string().nullable() });
type ExportedChannel = z.infer<typeof exportedChannel>;

export const channelColumns: readonly Column<ExportedChannel>[] = [
	{ label: "Channel ID", kind: "id", value: ({ id }) => id },
	{ label: "Channel", kind: "text", value: ({ name }) => name },
	{ label: "Type", kind: "text", value: ({ type }) => type },
	{ label: "Below ID", kind: "id", value: ({ parentId }) => parentId },
	{ label: "Below", kind: "text", value: ({ parentName }) => parentName },
	{ label: "Topic", kind: "text", value: ({ topic }) => topic },
	{ label: "Private", kind: "flag", value: ({ isPrivate }) => isPrivate },
	{ label: "Age-restricted", kind: "flag", value: ({ isNsfw }) => isNsfw },
	{ label: "Locked", kind: "flag", value: ({ isLocked }) => isLocked },
	{ label: "Slowmode (s)", kind: "number", value: ({ slowmode }) => slowmode },
	{ label: "Threads", kind: "number", value: ({ threads }) => threads },
	{ label: "Active threads", kind: "number", value: ({ activeThreads }) => activeThreads },
	{ label: "Messages in 30 days", kind: "number", value: ({ messages }) => messages },
	{ label: "Messages", kind: "number", value: ({ totalMessages }) => totalMessages },
	{ label: "Last message (UTC)", kind: "instant", value: ({ lastMessageAt }) => lastMessageAt },
];

/** The channels in Discord's order: each category before its channels, each channel before its threads. */
export async function exportChannels(guild: GuildScope): Promise<ListReader<ExportedChannel>> {
	const channels = await listChannels(guild);
	const names = new Map(channels.map(({ id, name }) => [id, name]));
	const inOrder = channelTree(channels).flatMap(({ category, channels: below }) => [
		...(category === null ? [] : [category]),
		...below.flatMap(({ channel, threads }) => [channel, ...threads]),
	]);
	return wholeList(
		inOrder.map((channel) => ({ ...channel, parentName: names.get(channel.parentId ?? "") ?? null })),
	);
}

export const threadColumns: readonly Column<ChannelItem>[] = [
	{ label: "Thread ID", kind: "id", value: ({ id }) => id },
	{ label: "Thread", kind: "text", value: ({ name }) => name },
	{ label: "Type", kind: "text", value: ({ type }) => type },
	{ label: "Archived", kind: "flag", value: ({ isArchived }) => isArchived },
	{ label: "Locked", kind: "flag", value: ({ isLocked }) => isLocked },
	{ label: "Slowmode (s)", kind: "number", value: ({ slowmode }) => slowmode },
	{ label: "Messages", kind: "number", value: ({ totalMessages }) => totalMessages },
	{ label: "Last message (UTC)", kind: "instant", value: ({ lastMessageAt }) => lastMessageAt },
];

/**
 * The threads or posts of a channel, active ones first, then the latest.
 * @throws AppError `not_found` when the server has no such channel
 */
export async function exportThreads(guild: GuildScope, channelId: string): Promise<ListReader<ChannelItem>> {
	const { threads } = await readChannel(guild, channelId);
	return {
		about: threads,
		read: (scope, cursor) => listThreads(scope, channelId, { cursor, limit: EXPORT_PAGE }),
	};
}
