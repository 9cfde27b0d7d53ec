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
	/** The command it answers, as Discord or an export wrote it into the message. */
	commandName: string | null;
	commandUserId: string | null;
	interactionId: string | null;
	/** What a reply refers to; "0" if unknown. */
	replyId: string | null;
};

/** The messages with these ids, in their order; ids that are not of this guild are left out. */
export async function messageRows(guild: GuildScope, ids: readonly string[]): Promise<MessageRow[]> {
	const rows = await guild.rows<MessageRow>(sql`
		SELECT m.id, m.channel_id AS "channelId", m.message_type AS type, m.author_id AS "authorId",
			m.webhook_id IS NOT NULL AS "isWebhook", coalesce(m.content, '') AS content, m.timestamp AS "sentAt",
			m.edited_timestamp AS "editedAt", m.deleted_at AS "deletedAt", coalesce(m.pinned, false) AS "isPinned",
			m.inline_emojis AS "inlineEmojis", m.message_snapshots -> 0 -> 'message' AS snapshot,
			m.message_snapshots IS NOT NULL OR coalesce(m.message_reference ->> 'type', '0') = '1' AS "isForwarded",
			m.interaction ->> 'name' AS "commandName", m.interaction -> 'user' ->> 'id' AS "commandUserId",
			m.interaction_id AS "interactionId",
			CASE WHEN m.message_type = 'reply' THEN coalesce(m.referenced_message_id, 0) END AS "replyId"
		FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ANY(${ids}::bigint[])`);
	return inOrder(ids, rows);
}

function inOrder(ids: readonly string[], rows: readonly MessageRow[]): MessageRow[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A message that is replied to, as much of it as its reply shows. */
export type Quoted = { authorId: string; content: string };

/*
 * Look-ups of their own: as joins they would be planned for every month of both tables, which costs ten times the read.
 */

/** What the replies among these messages answer, by id. */
export async function quotedBy(guild: GuildScope, rows: readonly MessageRow[]): Promise<Map<string, Quoted>> {
	const ids = rows.flatMap(({ replyId }) => replyId ?? []);
	if (ids.length === 0) return new Map();
	const quoted = await guild.rows<Quoted & { id: string }>(sql`
		SELECT m.id, m.author_id AS "authorId", left(coalesce(m.content, ''), 300) AS content
		FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ANY(${ids}::bigint[])`);
	return new Map(quoted.map((message) => [message.id, message]));
}

export type Command = { name: string; userId: string };

/** The commands that these messages answer, by the id of the interaction. */
export async function commandsOf(
	guild: GuildScope,
	rows: readonly MessageRow[],
): Promise<Map<string, Command>> {
	const ids = rows.flatMap(({ interactionId }) => interactionId ?? []);
	if (ids.length === 0) return new Map();
	const commands = await guild.rows<Command & { id: string }>(sql`
		SELECT e.id, e.command_name AS name, e.user_id AS "userId"
		FROM discord_command_executions e
		WHERE e.guild_id = ${guild.guildId}::bigint AND e.id = ANY(${ids}::bigint[]) AND e.command_name IS NOT NULL`);
	return new Map(commands.map((command) => [command.id, command]));
}
