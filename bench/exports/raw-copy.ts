import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { connected } from "@/scripts/database/roles";

/** What an import fills, parents first. The columns that the database computes are left out. */
const tables = [
	"discord_guilds",
	"discord_channels",
	"discord_users",
	"discord_guild_members",
	"discord_messages",
	"discord_message_attachments",
	"discord_message_embeds",
	"discord_message_mentions",
	"discord_message_reaction_counts",
];

export type Dump = { table: string; columns: string; file: string };

/** Writes the rows of every table to a file, as the administrator, who alone may COPY under row-level security. */
export async function dumpTables(adminUrl: string, folder: string): Promise<Dump[]> {
	return connected(adminUrl, async (client) => {
		const dumps: Dump[] = [];
		for (const table of tables) {
			const columns = await plainColumns(client, table);
			const file = path.join(folder, `${table}.copy`);
			const where = table === "discord_guilds" ? "WHERE id <> 0" : "";
			const source = client.query(copyTo(`COPY (SELECT ${columns} FROM ${table} ${where}) TO STDOUT`));
			await pipeline(source, createWriteStream(file));
			dumps.push({ table, columns, file });
		}
		return dumps;
	});
}

/** Loads the files into another database's tables, with their keys, indexes and triggers. */
export async function copyTables(adminUrl: string, dumps: Dump[]): Promise<void> {
	await connected(adminUrl, async (client) => {
		await client.query("SELECT app.ensure_month_partitions('discord_messages', '2024-11-01', '2026-01-01')");
		for (const { table, columns, file } of dumps) {
			await pipeline(createReadStream(file), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
		}
	});
}

async function plainColumns(client: pg.Client, table: string): Promise<string> {
	const { rows } = await client.query<{ columns: string }>(
		`SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
		WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
		[table],
	);
	return rows[0]?.columns ?? "";
}
