import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { InlineEmoji } from "./inline-emoji";
import type { Snapshot } from "./snapshot";

/** A message with the ids of everyone in it, before anybody has a name. */
export type MessageRow = {
	id: string;
	channelId: string;
	type: string;
	authorId: string;
	isWebhook: boolean;
	content: string;
	sentAt: string;
	editedAt: string | null;
	deletedAt: string | null;
	isPinned: boolean;
	inlineEmojis: InlineEmoji[] | null;
	isForwarded: boolean;
	/** The forwarded message as it was. */
	snapshot: Snapshot | null;
	commandName: string | null;
	commandUserId: string | null;
	replyId: string | null;
	replyAuthorId: string | null;
	replyContent: string | null;
	replyEmojis: InlineEmoji[] | null;
};

/** The messages with these ids, in their order; ids that are not of this guild are left out. */
export async function messageRows(guild: GuildScope, ids: readonly string[]): Promise<MessageRow[]> {
	const rows = await guild.rows<MessageRow>(sql`
		SELECT m.id, m.channel_id AS "channelId", m.message_type AS type, m.author_id AS "authorId",
			m.webhook_id IS NOT NULL AS "isWebhook", coalesce(m.content, '') AS content, m.timestamp AS "sentAt",
			m.edited_timestamp AS "editedAt", m.deleted_at AS "deletedAt", coalesce(m.pinned, false) AS "isPinned",
			m.inline_emojis AS "inlineEmojis", m.message_snapshots -> 0 -> 'message' AS snapshot,
			m.message_snapshots IS NOT NULL OR coalesce(m.message_reference ->> 'type', '0') = '1' AS "isForwarded",
			coalesce(m.interaction ->> 'name', e.command_name) AS "commandName",
			coalesce(m.interaction -> 'user' ->> 'id', e.user_id::text) AS "commandUserId",
			CASE WHEN m.message_type = 'reply' THEN coalesce(m.referenced_message_id, 0) END AS "replyId",
			r.author_id AS "replyAuthorId", r.content AS "replyContent", r.inline_emojis AS "replyEmojis"
		FROM discord_messages m
			LEFT JOIN discord_messages r ON r.guild_id = m.guild_id AND r.id = m.referenced_message_id
				AND m.message_type = 'reply'
			LEFT JOIN discord_command_executions e ON e.guild_id = m.guild_id AND e.id = m.interaction_id
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ANY(${ids}::bigint[])`);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}
