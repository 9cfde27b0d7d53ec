import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { personOf } from "@/lib/guilds/people";
import { isSameJson, keyOfSetting, settingOfKey } from "./key-json";
import {
	type DynamicKey,
	type DynamicKeys,
	type KeyClash,
	keyEntry,
	type RemoveKey,
	type SaveKey,
} from "./keys-schema";
import { lockRevision, noteSave, savedSince } from "./revision-lock";

/** The server's dynamic keys by name, with the revision that they belong to. */
export async function listKeys(guild: GuildScope): Promise<DynamicKeys> {
	const id = sql`${guild.guildId}::bigint`;
	const keys = await guild.rows<DynamicKey>(sql`
		SELECT k.key, jsonb_pretty(k.value) AS json, k.description, k.updated_at AS "updatedAt",
			${personOf(id, sql`coalesce(k.updated_by, k.created_by)`)} AS "updatedBy"
		FROM guild_dynamic_config k WHERE k.guild_id = ${id}
		ORDER BY k.key`);
	const config = await guild.one<{ revision: number }>(sql`
		SELECT revision FROM guild_config WHERE guild_id = ${id}`);
	return { revision: config?.revision ?? 0, keys };
}

/**
 * Adds or changes one key; a revision like any other save.
 * @returns the keys as they are now
 * @throws AppError `conflict` with a `KeyClash` if somebody else has changed this key to something else since
 */
export async function saveKey(
	guild: GuildScope,
	key: string,
	{ revision, json, description, note }: SaveKey,
): Promise<DynamicKeys> {
	await refuseClash(guild, key, revision, { json, description });
	await noteSave(guild, note);
	await guild.rows(sql`
		INSERT INTO guild_dynamic_config AS k (guild_id, key, value, description, created_by, updated_by)
		VALUES (${guild.guildId}::bigint, ${key}, ${json}::jsonb, ${description || null}, app.user_id(), app.user_id())
		ON CONFLICT (guild_id, key) DO UPDATE
			SET value = excluded.value, description = excluded.description, updated_by = excluded.updated_by
			WHERE (k.value, k.description) IS DISTINCT FROM (excluded.value, excluded.description)
		RETURNING k.key`);
	return listKeys(guild);
}

/**
 * Removes one key; a revision like any other save.
 * @returns the keys as they are now
 * @throws AppError `not_found` when there is no such key; `conflict` with a `KeyClash` when it has changed since
 */
export async function removeKey(
	guild: GuildScope,
	key: string,
	{ revision, note }: RemoveKey,
): Promise<DynamicKeys> {
	const { keys } = await listKeys(guild);
	if (!keys.some((other) => other.key === key)) throw new AppError("not_found");
	await refuseClash(guild, key, revision, null);
	await noteSave(guild, note);
	await guild.rows(sql`
		DELETE FROM guild_dynamic_config WHERE guild_id = ${guild.guildId}::bigint AND key = ${key} RETURNING key`);
	return listKeys(guild);
}

type Wanted = { json: string; description: string | null } | null;

async function refuseClash(guild: GuildScope, key: string, revision: number, wanted: Wanted): Promise<void> {
	const { seen, current } = await lockRevision(guild, revision);
	if (current === seen) return;
	const isFuture = seen > current;
	if (!isFuture && !(await savedSince(guild, seen)).has(settingOfKey(key))) return;
	const { keys } = await listKeys(guild);
	const stored = keys.find((other) => other.key === key) ?? null;
	if (isSame(stored, wanted)) return;
	throw new AppError("conflict", {
		detail: "Somebody else changed this key after you opened it. Compare and choose.",
		current: { revision: current, key: stored } satisfies KeyClash,
	});
}

function isSame(stored: DynamicKey | null, wanted: Wanted): boolean {
	if (stored === null || wanted === null) return stored === wanted;
	return isSameJson(stored.json, wanted.json) && stored.description === wanted.description;
}

/** A key to bring back to what it was; `entry` is null where there was none. */
export type AskedKey = { key: string; entry: { json: string; description: string | null } | null };

/** What undoes the change that `revision` made to a key; null if it made none. */
export async function keyBefore(guild: GuildScope, revision: number): Promise<AskedKey | null> {
	const row = await guild.one<{ name: string; entry: unknown }>(sql`
		SELECT f.key AS name, f.value AS entry
		FROM guild_config_revisions r, jsonb_each(r.before) AS f
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.revision = ${revision}
			AND starts_with(f.key, ${settingOfKey("")})`);
	const key = keyOfSetting(row?.name ?? "");
	const entry = keyEntry.safeParse(row?.entry);
	return key !== undefined && entry.success ? { key, entry: entry.data } : null;
}
