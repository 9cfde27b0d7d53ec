import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

/** What a save was made to, and what is there now. */
export type LockedRevision = { seen: number; current: number };

/**
 * Until the transaction ends nobody else saves settings or keys of the server. The first save of a server makes its
 * row, which the trigger gives revision 1; somebody who saw revision 0 has then seen that.
 */
export async function lockRevision(guild: GuildScope, revision: number): Promise<LockedRevision> {
	const seen = revision === 0 ? await ensureRow(guild) : revision;
	const row = await guild.one<{ revision: number }>(sql`
		SELECT revision FROM guild_config WHERE guild_id = ${guild.guildId}::bigint FOR UPDATE`);
	return { seen, current: row?.revision ?? 0 };
}

async function ensureRow(guild: GuildScope): Promise<number> {
	const made = await guild.one<{ revision: number }>(sql`
		INSERT INTO guild_config (guild_id, created_by) VALUES (${guild.guildId}::bigint, app.user_id())
		ON CONFLICT (guild_id) DO NOTHING RETURNING revision`);
	return made?.revision ?? 0;
}

/** The names of what was saved after that revision: settings, and dynamic keys as `dynamic:KEY`. */
export async function savedSince(guild: GuildScope, revision: number): Promise<Set<string>> {
	const since = await guild.rows<{ name: string }>(sql`
		SELECT DISTINCT k.name
		FROM guild_config_revisions r, jsonb_object_keys(r.after) AS k (name)
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.revision > ${revision}`);
	return new Set(since.map(({ name }) => name));
}

/** What the revision of the coming save will say about why; the database's trigger writes it down. */
export async function noteSave(guild: GuildScope, note: string | undefined): Promise<void> {
	if (note) await guild.rows(sql`SELECT set_config('app.note', ${note}, true)`);
}
