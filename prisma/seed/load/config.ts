import type { Client } from "pg";
import type { ConfigSave } from "../population/config";
import { Json } from "../population/rows";

/**
 * Replays the saves of a configuration: the database itself numbers the revisions and keeps what each changed; only
 * their times and notes are set afterwards.
 */
export async function replayConfig(client: Client, saves: readonly ConfigSave[]): Promise<void> {
	for (const [index, { guildId, author, set }] of saves.entries()) {
		const names = Object.keys(set).map((name) => client.escapeIdentifier(name));
		const values = Object.values(set).map((cell) =>
			cell instanceof Json ? JSON.stringify(cell.value) : cell,
		);
		const marks = values.map((_, position) => `$${position + 3}`);
		await client.query(
			index === 0
				? `INSERT INTO guild_config (guild_id, created_by, ${names.join(", ")}) VALUES ($1, $2, ${marks.join(", ")})`
				: `UPDATE guild_config SET updated_by = $2, ${names.map((name, at) => `${name} = ${marks[at]}`).join(", ")} WHERE guild_id = $1`,
			[guildId, author, ...values],
		);
	}
	for (const [index, { guildId, at, note }] of saves.entries()) {
		await client.query(
			"UPDATE guild_config_revisions SET at = $3, note = $4 WHERE guild_id = $1 AND revision = $2",
			[guildId, index + 1, new Date(at), note],
		);
	}
}
