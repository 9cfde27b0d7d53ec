import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { join, raw, type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { changedNames, sameValue } from "./changes";
import { getConfig } from "./data";
import { type ControlKind, controls, levelNeeded } from "./fields";
import type { Changes, Config, ConfigClash, SaveConfig, SettingName } from "./schema";

/** The type of a setting's column, for the values of an UPDATE. */
const columnTypes: Record<ControlKind, string> = {
	text: "text",
	longText: "text",
	timeZone: "text",
	language: "text",
	locale: "text",
	number: "integer",
	switch: "boolean",
	channel: "bigint",
	role: "bigint",
	channels: "bigint[]",
};

/**
 * Saves changes that were made to `revision`. Saves of others since then are kept; only a setting that both changed,
 * to different values, is refused.
 * @returns the settings as they are now
 * @throws AppError `conflict` with a `ConfigClash`; `forbidden` for the role of a level above one's own;
 *   `invalid_input` for a channel or role that is not there (any more)
 */
export async function saveConfig(
	guild: GuildScope,
	{ revision, changes, note }: SaveConfig,
): Promise<Config> {
	refuseHigherLevels(guild, changes);
	const seen = revision === 0 ? await ensureRow(guild) : revision;
	const current = await lockRevision(guild);
	if (current !== seen) await refuseClashes(guild, seen, changes);
	await refuseMissing(guild, changes);
	if (note) await guild.rows(sql`SELECT set_config('app.note', ${note}, true)`);
	await guild.rows(sql`
		UPDATE guild_config SET ${join([...assignments(changes), sql`updated_by = app.user_id()`], ", ")}
		WHERE guild_id = ${guild.guildId}::bigint AND revision = ${current}
		RETURNING revision`);
	return getConfig(guild);
}

function refuseHigherLevels(guild: GuildScope, changes: Changes): void {
	const above = changedNames(changes).filter((name) => levelNeeded(name) > guild.actor.level);
	if (above.length > 0)
		throw new AppError("forbidden", {
			detail: "Nobody may change who holds a level above their own.",
			fields: above.map((path) => ({ path, message: "Above your own level" })),
		});
}

/** The first save of a server makes its row; the trigger gives it revision 1. */
async function ensureRow(guild: GuildScope): Promise<number> {
	const made = await guild.one<{ revision: number }>(sql`
		INSERT INTO guild_config (guild_id, created_by) VALUES (${guild.guildId}::bigint, app.user_id())
		ON CONFLICT (guild_id) DO NOTHING RETURNING revision`);
	return made?.revision ?? 0;
}

/** Until this transaction ends nobody else saves. */
async function lockRevision(guild: GuildScope): Promise<number> {
	const row = await guild.one<{ revision: number }>(sql`
		SELECT revision FROM guild_config WHERE guild_id = ${guild.guildId}::bigint FOR UPDATE`);
	return row?.revision ?? 0;
}

async function refuseClashes(guild: GuildScope, seen: number, changes: Changes): Promise<void> {
	const current = await getConfig(guild);
	const since = await guild.rows<{ name: string }>(sql`
		SELECT DISTINCT k.name
		FROM guild_config_revisions r, jsonb_object_keys(r.after) AS k (name)
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.revision > ${seen}`);
	const others = new Set(since.map(({ name }) => name));
	const isFuture = seen > current.revision;
	const clashes = changedNames(changes).filter(
		(name) => (isFuture || others.has(name)) && !sameValue(changes[name], current.settings[name]),
	);
	if (clashes.length > 0)
		throw new AppError("conflict", {
			detail: "Somebody else changed the same settings since you opened them. Compare and choose.",
			current: { ...current, clashes } satisfies ConfigClash,
		});
}

/** A setting may keep pointing to what was deleted, but not begin to. */
async function refuseMissing(guild: GuildScope, changes: Changes): Promise<void> {
	const wanted = changedNames(changes).flatMap((name) => referencesOf(name, changes));
	if (wanted.length === 0) return;
	const ids = wanted.map(({ id }) => id);
	const found = await guild.rows<{ id: string; kind: string }>(sql`
		SELECT c.id, 'channel' AS kind FROM discord_channels c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.id = ANY(${ids}::bigint[]) AND c.deleted_at IS NULL
		UNION ALL
		SELECT r.id, 'role' FROM discord_roles r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.id = ANY(${ids}::bigint[]) AND r.deleted_at IS NULL`);
	const there = new Set(found.map(({ id, kind }) => `${kind} ${id}`));
	const missing = wanted.filter(({ id, kind }) => !there.has(`${kind} ${id}`));
	if (missing.length > 0)
		throw new AppError("invalid_input", {
			fields: missing.map(({ name, kind }) => ({
				path: `changes.${name}`,
				message: `This ${kind} does not exist (any more).`,
			})),
		});
}

type Reference = { name: SettingName; kind: "channel" | "role"; id: string };

function referencesOf(name: SettingName, changes: Changes): Reference[] {
	const { kind } = controls[name];
	const ids = [changes[name] ?? []].flat().filter((id) => typeof id === "string");
	if (kind === "role") return ids.map((id) => ({ name, kind, id }));
	return kind === "channel" || kind === "channels" ? ids.map((id) => ({ name, kind: "channel", id })) : [];
}

function assignments(changes: Changes): Sql[] {
	return changedNames(changes).map((name) => {
		const column = raw(`"${name}"`);
		return sql`${column} = ${changes[name]}::${raw(columnTypes[controls[name].kind])}`;
	});
}
