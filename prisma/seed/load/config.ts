import type { Client } from "pg";
import type { ConfigSave } from "../population/config";
import type { KeySave } from "../population/config-keys";
import { Json } from "../population/rows";

const keyTouch = "set_guild_dynamic_config_updated_at";

/**
 * Replays the saves of a configuration, oldest first: the database itself numbers the revisions and keeps what each
 * changed; only their times and notes are set afterwards.
 */
export async function replayConfig(client: Client, saves: readonly (ConfigSave | KeySave)[]): Promise<void> {
	// It would date every later value of a key to the moment of loading.
	await client.query(`ALTER TABLE guild_dynamic_config DISABLE TRIGGER ${keyTouch}`);
	for (const [index, save] of saves.entries()) {
		if ("key" in save) await saveKey(client, save);
		else await saveSettings(client, save, index === 0);
		await client.query(
			"UPDATE guild_config_revisions SET at = $3, note = $4 WHERE guild_id = $1 AND revision = $2",
			[save.guildId, index + 1, new Date(save.at), save.note],
		);
	}
	await client.query(`ALTER TABLE guild_dynamic_config ENABLE TRIGGER ${keyTouch}`);
}

async function saveSettings(
	client: Client,
	{ guildId, author, set }: ConfigSave,
	isFirst: boolean,
): Promise<void> {
	const names = Object.keys(set).map((name) => client.escapeIdentifier(name));
	const values = Object.values(set).map((cell) => (cell instanceof Json ? JSON.stringify(cell.value) : cell));
	const marks = values.map((_, position) => `$${position + 3}`);
	await client.query(
		isFirst
			? `INSERT INTO guild_config (guild_id, created_by, ${names.join(", ")}) VALUES ($1, $2, ${marks.join(", ")})`
			: `UPDATE guild_config SET updated_by = $2, ${names.map((name, at) => `${name} = ${marks[at]}`).join(", ")} WHERE guild_id = $1`,
		[guildId, author, ...values],
	);
}

async function saveKey(
	client: Client,
	{ guildId, at, author, key, value, description }: KeySave,
): Promise<void> {
	await client.query(
		`INSERT INTO guild_dynamic_config AS k (guild_id, key, value, description, created_by, created_at, updated_at)
		VALUES ($1, $2, $3, $4, $5, $6, $6)
		ON CONFLICT (guild_id, key) DO UPDATE SET value = excluded.value,
			updated_by = excluded.created_by, updated_at = excluded.updated_at`,
		[guildId, key, JSON.stringify(value), description, author, new Date(at)],
	);
}
