import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import { type Config, defaultSettings, type Settings, settingNames } from "./schema";

type Row = Omit<Config, "settings"> & { settings: Record<string, unknown> };

/** The server's settings, who saved them last and which shards have taken them over. */
export async function getConfig(guild: GuildScope): Promise<Config> {
	const id = sql`${guild.guildId}::bigint`;
	const row = await guild.one<Row>(sql`
		SELECT app.config_settings(c) AS settings, c.revision, coalesce(r.at, c.updated_at) AS "savedAt",
			${personOf(id, sql`r.author`)} AS "savedBy",
			coalesce((
				SELECT json_agg(json_build_object('shardId', p.shard_id, 'appliedAt', p.applied_at, 'error', p.error)
					ORDER BY p.shard_id)
				FROM guild_config_receipts p WHERE p.guild_id = c.guild_id AND p.revision = c.revision
			), '[]') AS receipts
		FROM guild_config c
			LEFT JOIN guild_config_revisions r ON r.guild_id = c.guild_id AND r.revision = c.revision
		WHERE c.guild_id = ${id}`);
	if (row === undefined)
		return { settings: defaultSettings, revision: 0, savedAt: null, savedBy: null, receipts: [] };
	return { ...row, settings: knownSettings(row.settings) };
}

/** Only the settings of this version: a newer one may keep more in the same row. */
function knownSettings(stored: Record<string, unknown>): Settings {
	return Object.fromEntries(
		settingNames.map((name) => [name, stored[name] ?? defaultSettings[name]]),
	) as Settings;
}

export type DirectoryChannel = {
	id: string;
	name: string;
	type: string;
	isDeleted: boolean;
	parent: string | null;
};
export type DirectoryRole = { id: string; name: string; colour: number; isDeleted: boolean };

/** What settings can point to, in Discord's order. Deleted ones are named too: a setting may still point to them. */
export type Directory = { channels: DirectoryChannel[]; roles: DirectoryRole[] };

/** The server's channels (threads left out) and roles. */
export async function readDirectory(guild: GuildScope): Promise<Directory> {
	const id = sql`${guild.guildId}::bigint`;
	const row = await guild.one<Directory>(sql`
		SELECT coalesce((
				SELECT json_agg(json_build_object('id', c.id::text, 'name', coalesce(c.name, c.id::text),
					'type', c.channel_type, 'isDeleted', c.deleted_at IS NOT NULL, 'parent', p.name)
					ORDER BY p.position NULLS FIRST, p.id, c.position, c.id)
				FROM discord_channels c LEFT JOIN discord_channels p ON p.guild_id = c.guild_id AND p.id = c.parent_id
				WHERE c.guild_id = ${id} AND c.channel_type NOT LIKE '%thread' AND c.channel_type <> 'guild_category'
			), '[]') AS channels,
			coalesce((
				SELECT json_agg(json_build_object('id', r.id::text, 'name', r.name, 'colour', r.color,
					'isDeleted', r.deleted_at IS NOT NULL) ORDER BY r.position DESC, r.id)
				FROM discord_roles r WHERE r.guild_id = ${id}
			), '[]') AS roles`);
	return row ?? { channels: [], roles: [] };
}
