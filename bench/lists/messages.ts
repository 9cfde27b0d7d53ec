import { encodeCursor } from "@/lib/api/cursor";
import { listMessages } from "@/lib/messages/data";
import { type ListMessagesQuery, listMessagesQuery } from "@/lib/messages/schema";
import type { Asked, Examples } from "./asked";

/** Messages by each filter but words, which `search` measures. */
export function messageLists({ author, rareAuthor, channel, rareChannel }: Examples): Asked[] {
	const part = (table: string, condition = "true") =>
		`AND EXISTS (SELECT FROM ${table} p WHERE p.guild_id = m.guild_id AND p.message_id = m.id AND ${condition})`;
	return [
		asked("none", {}, ""),
		asked("an author who writes much", { author }, `AND m.author_id = ${author}`),
		asked("an author who writes little", { author: rareAuthor }, `AND m.author_id = ${rareAuthor}`),
		asked("a busy channel", { channel }, `AND m.channel_id = ${channel}`),
		asked("a quiet channel", { channel: rareChannel }, `AND m.channel_id = ${rareChannel}`),
		asked(
			"who is mentioned",
			{ mentions: author },
			part("discord_message_mentions", `p.target_id = ${author}`),
		),
		asked("replies", { has: ["reply"] }, "AND m.message_type = 'reply'"),
		asked("a type", { type: "reply" }, "AND m.message_type = 'reply'"),
		asked("edited", { has: ["edited"] }, "AND m.edited_timestamp IS NOT NULL"),
		asked("links", { has: ["link"] }, "AND m.content LIKE '%://%'"),
		asked(
			"pictures",
			{ has: ["image"] },
			part("discord_message_attachments", "p.content_type LIKE 'image/%'"),
		),
		asked("attachments", { has: ["attachment"] }, part("discord_message_attachments")),
		asked("embeds", { has: ["embed"] }, part("discord_message_embeds")),
		asked("reactions", { has: ["reaction"] }, part("discord_message_reactions")),
		asked("pinned", { pinned: "1" }, "AND m.pinned"),
		asked("before a day", { before: "2026-06-01" }, "AND m.timestamp < '2026-05-31'"),
	];
}

function asked(filter: string, given: Partial<ListMessagesQuery>, condition: string): Asked {
	const query = { ...listMessagesQuery.parse({}), ...given };
	return {
		list: "messages",
		filter,
		permission: "messages.read",
		page: (guild, cursor) => listMessages(guild, { ...query, cursor }),
		rows: `discord_messages m WHERE m.guild_id = $1 AND m.deleted_at IS NULL ${condition}`,
		order: "m.id DESC",
		position: "m.id::text",
		cursor: encodeCursor,
	};
}
