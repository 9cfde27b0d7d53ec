import "server-only";
import { z } from "zod";
import type { Page } from "@/lib/api/paged-query";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader } from "@/lib/export/reader";
import { listMessages, understood } from "./data";
import type { MessageFilters } from "./schema";
import { messageView } from "./view-schema";

/** A message and the name of its channel. */
export const exportedMessage = messageView.extend({ channelName: z.string().nullable() });
type ExportedMessage = z.infer<typeof exportedMessage>;

export const messageColumns: readonly Column<ExportedMessage>[] = [
	{ label: "Message ID", kind: "id", value: ({ id }) => id },
	{ label: "Sent (UTC)", kind: "instant", value: ({ sentAt }) => sentAt },
	{ label: "Channel ID", kind: "id", value: ({ channelId }) => channelId },
	{ label: "Channel", kind: "text", value: ({ channelName }) => channelName },
	{ label: "Author ID", kind: "id", value: ({ author }) => author.id },
	{ label: "Author", kind: "text", value: ({ author }) => author.name },
	{ label: "Bot", kind: "flag", value: ({ author }) => author.isBot },
	{ label: "Type", kind: "text", value: ({ type }) => type },
	{ label: "Content", kind: "text", value: ({ content }) => content },
	{ label: "Reply to", kind: "id", value: ({ reply }) => reply?.id ?? null },
	{ label: "Command", kind: "text", value: ({ command }) => command?.name ?? null },
	{ label: "Attachments", kind: "list", value: ({ attachments }) => attachments.map(({ url }) => url) },
	{ label: "Embeds", kind: "number", value: ({ embeds }) => embeds.length },
	{ label: "Stickers", kind: "list", value: ({ stickers }) => stickers.map(({ name }) => name) },
	{
		label: "Reactions",
		kind: "list",
		value: ({ reactions }) => reactions.map(({ name, count }) => `${name} ${count}`),
	},
	{ label: "Pinned", kind: "flag", value: ({ isPinned }) => isPinned },
	{ label: "Edited (UTC)", kind: "instant", value: ({ editedAt }) => editedAt },
	{ label: "Deleted (UTC)", kind: "instant", value: ({ deletedAt }) => deletedAt },
];

/**
 * The messages that fit, newest first.
 * @throws AppError `invalid_input` for an operator among the words that fits nothing
 */
export async function exportMessages(
	guild: GuildScope,
	asked: MessageFilters,
): Promise<ListReader<ExportedMessage>> {
	const filters = await understood(guild, asked);
	return {
		about: await aboutHowMany(guild, filters),
		read: async (scope, cursor): Promise<Page<ExportedMessage>> => {
			const page = await listMessages(scope, { ...filters, cursor, limit: EXPORT_PAGE });
			const { channels } = page.names;
			return {
				items: page.items.map((message) => ({
					...message,
					channelName: channels[message.channelId]?.name ?? null,
				})),
				nextCursor: page.nextCursor,
			};
		},
	};
}

/** The rollups know the messages of the server and of each channel, and of nothing narrower. */
async function aboutHowMany(
	guild: GuildScope,
	{ channel, ...filters }: MessageFilters,
): Promise<number | null> {
	if (Object.values(filters).some((value) => value !== undefined && value !== "")) return null;
	const row = await guild.one<{ messages: number }>(sql`
		SELECT coalesce(sum(r.messages), 0)::int AS messages
		FROM rollup_channel_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint
			${channel === undefined ? empty : sql`AND r.channel_id = ${channel}::bigint`}`);
	return row?.messages ?? null;
}
