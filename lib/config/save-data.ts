import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { join, raw, type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { changedNames, sameValue } from "./changes";
import { getConfig } from "./data";
import { type ControlKind, controls, levelNeeded } from "./fields";
import { lockRevision, noteSave, savedSince } from "./revision-lock";
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
 * @throws AppError `conflict` with a `ConfigClash`; `forbidden` for the role of a level above one's own,
 *   and for any of them by somebody whose own access ends;
 *   `invalid_input` for a channel or role that does not exist, or no longer does
 */
export async function saveConfig(
	guild: GuildScope,
	{ revision, changes, note }: SaveConfig,
): Promise<Config> {
	refuseHigherLevels(guild, changes);
	await refuseLastingLevels(guild, changes);
	const { seen, current } = await lockRevision(guild, revision);
	if (current !== seen) await refuseClashes(guild, seen, changes);
	await refuseMissing(guild, changes);
	await noteSave(guild, note);
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
			detail: "You cannot change who holds a level above your own.",
			fields: above.map((path) => ({ path, message: "Above your own level" })),
		});
}

/** A role is access without end, which nobody gives whose own was given for a time. */
async function refuseLastingLevels(guild: GuildScope, changes: Changes): Promise<void> {
	const roles = changedNames(changes).filter((name) => /^perm_level_[1-7]_role_id$/.test(name));
	if (roles.length === 0) return;
	const row = await guild.one<{ ends: string | null }>(sql`SELECT app.access_ends(5) AS ends`);
	if (row?.ends)
		throw new AppError("forbidden", {
			detail:
				"Your own access to this server is temporary, so you cannot choose the roles that grant a level.",
			fields: roles.map((path) => ({ path, message: "Not while your own access ends" })),
		});
}

async function refuseClashes(guild: GuildScope, seen: number, changes: Changes): Promise<void> {
	const current = await getConfig(guild);
	const others = await savedSince(guild, seen);
	const isFuture = seen > current.revision;
	const clashes = changedNames(changes).filter(
		(name) => (isFuture || others.has(name)) && !sameValue(changes[name], current.settings[name]),
	);
	if (clashes.length > 0)
		throw new AppError("conflict", {
			detail: "Somebody else changed the same settings after you opened them. Compare and choose.",
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
				message: `This ${kind} no longer exists.`,
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
