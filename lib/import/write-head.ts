import type pg from "pg";
import { icon } from "@/lib/import/assets";
import { BrokenFile } from "@/lib/import/broken-file";
import type { ExportHead } from "@/lib/import/export-head";
import { channelType, isThread } from "@/lib/import/kinds";
import type { Source } from "@/lib/import/write-people";

const mergeGuild = `
INSERT INTO discord_guilds AS g (id, name, icon, observed_at) VALUES ($1, $2, $3, $5::timestamptz)
ON CONFLICT (id) DO UPDATE SET
	name = excluded.name, icon = CASE WHEN $4 THEN excluded.icon ELSE g.icon END, observed_at = excluded.observed_at
WHERE excluded.observed_at > g.observed_at AND g.id <> 0`;

const mergeCategory = `
INSERT INTO discord_channels AS c (id, guild_id, name, channel_type, observed_at)
VALUES ($1, $2, $3, 'guild_category', $4::timestamptz)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, observed_at = excluded.observed_at
WHERE excluded.observed_at > c.observed_at AND c.guild_id = excluded.guild_id`;

/** A thread's export names its parent and not what that is: until the parent's own export comes, a text channel. */
const mergeThreadParent = `
INSERT INTO discord_channels (id, guild_id, name, channel_type, observed_at)
VALUES ($1, $2, $3, 'guild_text', '-infinity') ON CONFLICT (id) DO NOTHING`;

const mergeChannel = `
INSERT INTO discord_channels AS c (id, guild_id, name, channel_type, topic, parent_id, observed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz)
ON CONFLICT (id) DO UPDATE SET
	name = excluded.name, channel_type = excluded.channel_type, topic = excluded.topic,
	parent_id = excluded.parent_id, observed_at = excluded.observed_at
WHERE excluded.observed_at > c.observed_at AND c.guild_id = excluded.guild_id`;

/** Exports from before April 2021 give a category's name alone. */
const categoryByName = `
SELECT id::text FROM discord_channels
WHERE guild_id = $1 AND channel_type = 'guild_category' AND name = $2 ORDER BY id LIMIT 1`;

/**
 * Writes the guild, the category or parent, and the channel of a file, where it is newer than what is stored: a channel
 * that two files place differently ends where the later export shows it.
 * @throws BrokenFile when the channel, its category or its parent belongs to another guild already
 */
export async function writeHead(client: pg.ClientBase, head: ExportHead, source: Source): Promise<void> {
	const { guild, channel } = head;
	const { hash, known } = icon(guild.iconUrl);
	await client.query(mergeGuild, [guild.id, guild.name, hash, known, source.observedAt]);
	const type = channelType(channel.type);
	const parentId = guild.id === "0" ? null : await writeParent(client, head, source, isThread(type));
	await client.query(mergeChannel, [
		channel.id,
		guild.id,
		channel.name,
		type,
		channel.topic ?? null,
		parentId,
		source.observedAt,
	]);
	await refuseForeign(client, guild.id, channel.id);
}

/** @throws BrokenFile when the channel of this id is another guild's, so that nothing was written of it */
async function refuseForeign(client: pg.ClientBase, guildId: string, channelId: string): Promise<void> {
	const { rows } = await client.query<{ guild_id: string }>(
		"SELECT guild_id::text FROM discord_channels WHERE id = $1",
		[channelId],
	);
	const owner = rows[0]?.guild_id;
	if (owner !== guildId)
		throw new BrokenFile(0, `channel ${channelId} belongs to server ${owner}, not ${guildId}`);
}

async function writeParent(
	client: pg.ClientBase,
	{ guild, channel }: ExportHead,
	{ observedAt }: Source,
	thread: boolean,
): Promise<string | null> {
	const { categoryId, category } = channel;
	if (categoryId) {
		const name = category || categoryId;
		if (thread) await client.query(mergeThreadParent, [categoryId, guild.id, name]);
		else await client.query(mergeCategory, [categoryId, guild.id, name, observedAt]);
		await refuseForeign(client, guild.id, categoryId);
		return categoryId;
	}
	if (!category || thread) return null;
	const { rows } = await client.query<{ id: string }>(categoryByName, [guild.id, category]);
	return rows[0]?.id ?? null;
}

/** Keeps the channel's last message, when the batch goes beyond it. */
export async function writeLastMessage(client: pg.ClientBase, source: Source): Promise<void> {
	await client.query(
		`UPDATE discord_channels c SET last_message_id = s.id, last_message_at = s.timestamp
		FROM (SELECT id, timestamp FROM import_messages ORDER BY id DESC LIMIT 1) s
		WHERE c.guild_id = $1 AND c.id = $2 AND s.id > coalesce(c.last_message_id, 0)`,
		[source.guildId, source.channelId],
	);
}

/**
 * Makes the partitions of the months that hold a message, `YYYY-MM`. Months beyond the next are left to the default
 * partition: an id from the future is a mistake, and one partition for each of its years would be another.
 */
export async function ensureMonths(client: pg.ClientBase, months: Iterable<string>): Promise<void> {
	const last = new Date();
	last.setUTCMonth(last.getUTCMonth() + 1, 1);
	const limit = last.toISOString().slice(0, 7);
	for (const month of months) {
		if (month > limit) continue;
		await client.query("SELECT app.ensure_month_partitions('discord_messages', $1::date, $1::date)", [
			`${month}-01`,
		]);
	}
}
