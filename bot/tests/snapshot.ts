import type { Feed } from "@/bot/tests/feed";

/** What is stored of messages, without serial numbers and the times of writing. */
const views = {
	messages: "SELECT to_jsonb(m) - 'created_at' AS row FROM discord_messages m ORDER BY m.id",
	attachments:
		"SELECT to_jsonb(a) - 'created_at' AS row FROM discord_message_attachments a ORDER BY a.message_id, a.id",
	embeds: `SELECT to_jsonb(e) - 'created_at' - 'id' || jsonb_build_object('fields', (
			SELECT jsonb_agg(to_jsonb(f) - 'created_at' - 'id' - 'embed_id' ORDER BY f.position)
			FROM discord_embed_fields f WHERE f.embed_id = e.id
		)) AS row
		FROM discord_message_embeds e ORDER BY e.message_id, e.position`,
	mentions: `SELECT to_jsonb(x) - 'created_at' AS row FROM discord_message_mentions x
		ORDER BY x.message_id, x.mention_type, x.target_id`,
	components: `SELECT to_jsonb(c) - 'created_at' - 'id' AS row FROM discord_message_components c
		ORDER BY c.message_id, c.row_position, c.component_position NULLS FIRST`,
	stickers:
		"SELECT to_jsonb(s) - 'created_at' AS row FROM discord_message_stickers s ORDER BY s.message_id, s.sticker_id",
	reactions: `SELECT to_jsonb(r) AS row FROM discord_message_reactions r
		ORDER BY r.message_id, r.emoji_key, r.user_id`,
	counts:
		"SELECT to_jsonb(c) AS row FROM discord_message_reaction_counts c ORDER BY c.message_id, c.emoji_key",
	executions: "SELECT to_jsonb(e) - 'created_at' AS row FROM discord_command_executions e ORDER BY e.id",
	tombstones: "SELECT to_jsonb(t) AS row FROM gateway_tombstones t ORDER BY t.message_id",
	log: "SELECT to_jsonb(a) AS row FROM discord_native_audit_log a ORDER BY a.id",
	cases: `SELECT to_jsonb(c) - 'case_id' - 'updated_at' AS row FROM cases c ORDER BY c.case_number`,
};

/** Rows as text, since numbers of JSON end at 2^53 and ids do not. */
export type Snapshot = Record<keyof typeof views, string[]>;

/** Every row of the tables about messages and what hangs on them. */
export async function snapshotOf(feed: Feed): Promise<Snapshot> {
	const read = Object.entries(views).map(async ([name, text]) => {
		const rows = await feed.rows<{ row: string }>(`SELECT v.row::text AS row FROM (${text}) AS v`);
		return [name, rows.map(({ row }) => row)] as const;
	});
	return Object.fromEntries(await Promise.all(read)) as Snapshot;
}
