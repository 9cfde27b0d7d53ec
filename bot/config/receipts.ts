import { type Directory, problemOf } from "@/bot/config/problems";
import { onShards, type Shards } from "@/bot/reconcile/wanted";
import type { Db } from "@/bot/scope";

const settings = `
SELECT app.config_settings(c) AS settings, c.revision FROM guild_config c JOIN discord_guilds g ON g.id = c.guild_id
WHERE c.guild_id = $1 AND g.bot_active`;

const directory = `
SELECT json_build_object('id', g.id::text, 'ownerId', coalesce(g.owner_id, 0)::text) AS guild,
	(SELECT json_build_object('userId', m.user_id::text, 'timedOutUntil', m.communication_disabled_until,
			'roleIds', (SELECT coalesce(json_agg(r.role_id::text), '[]') FROM discord_member_roles r
				WHERE r.guild_id = m.guild_id AND r.user_id = m.user_id))
		FROM discord_guild_members m WHERE m.guild_id = g.id AND m.user_id = $2 AND m.left_at IS NULL) AS bot,
	(SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'permissions', r.permissions::text,
			'deleted', r.deleted_at IS NOT NULL)), '[]')
		FROM discord_roles r WHERE r.guild_id = g.id) AS roles,
	(SELECT coalesce(json_agg(json_build_object('id', c.id::text, 'name', c.name, 'type', c.channel_type,
			'deleted', c.deleted_at IS NOT NULL, 'parentId', c.parent_id::text,
			'overwrites', (SELECT coalesce(json_agg(json_build_object('id', o.target_id::text, 'kind', o.permission_type,
					'allow', o.allow::text, 'deny', o.deny::text)), '[]')
				FROM discord_channel_permissions o WHERE o.guild_id = c.guild_id AND o.channel_id = c.id))), '[]')
		FROM discord_channels c
		WHERE c.guild_id = g.id AND c.id IN (
			SELECT w.id FROM unnest($3::bigint[]) AS w (id)
			UNION SELECT t.parent_id FROM discord_channels t WHERE t.guild_id = g.id AND t.id = ANY ($3::bigint[])
		)) AS channels
FROM discord_guilds g WHERE g.id = $1`;

const write = `
INSERT INTO guild_config_receipts AS t (guild_id, shard_id, revision, error) VALUES ($1, $2, $3, $4)
ON CONFLICT (guild_id, revision, shard_id) DO UPDATE SET applied_at = excluded.applied_at, error = excluded.error
WHERE t.error IS DISTINCT FROM excluded.error`;

/** Also what was refused: somebody may have put the channel right meanwhile. */
const missing = `
SELECT c.guild_id::text AS id FROM guild_config c JOIN discord_guilds g ON g.id = c.guild_id
WHERE g.bot_active AND ${onShards} AND NOT EXISTS (
	SELECT FROM guild_config_receipts r
	WHERE r.guild_id = c.guild_id AND r.revision = c.revision
		AND r.shard_id = (c.guild_id >> 22) % $1::bigint AND r.error IS NULL
)
ORDER BY c.guild_id`;

type Read = { settings: Record<string, unknown>; revision: number };

/**
 * Reads a guild's settings and writes the receipt for their revision. The worker keeps no copy: whatever needs a setting
 * reads it.
 */
export async function acknowledge(db: Db, guildId: string, shardId: number, botId: string): Promise<void> {
	const [config] = await db.rows<Read>(settings, [guildId]);
	if (!config) return;
	const ids = channelIds(config.settings);
	const [known] = await db.rows<Directory>(directory, [guildId, botId, ids]);
	if (!known) return;
	await db.rows(write, [guildId, shardId, config.revision, problemOf(config.settings, known)]);
}

function channelIds(settings: Read["settings"]): string[] {
	const values = Object.entries(settings).flatMap(([name, value]) =>
		name === "channels" || (name.endsWith("_id") && !name.endsWith("_role_id")) ? value : [],
	);
	return values.filter((value) => typeof value === "string");
}

/** The guilds of these shards whose newest revision is not acknowledged, or was with an error. */
export async function unacknowledged(db: Db, { ids, count }: Shards): Promise<string[]> {
	return (await db.rows<{ id: string }>(missing, [count, ids])).map(({ id }) => id);
}
