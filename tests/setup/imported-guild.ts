import { randomInt } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { importFiles } from "@/lib/import/files";
import { author, channel, exportFile, message } from "@/lib/import/fixtures";
import type { Observer } from "@/lib/import/outcome";
import { claimGuilds } from "@/lib/import/owner";

const discordEpoch = 1_420_070_400_000;
const silent: Observer = { opened() {}, checked() {}, written() {}, closed() {}, note() {} };

/**
 * A server that came from an export alone, as `npm run import -- --guild-owner` leaves it.
 * @param administrator Discord id of who opens it
 */
export async function importedGuild(administrator: string) {
	const newest = BigInt(Date.now() - discordEpoch) << 22n;
	const id = (offset: number) => String(newest + BigInt(randomInt(1_000_000)) * 4n + BigInt(offset));
	const guild = { id: id(0), name: `Imported ${randomInt(1_000_000_000)}` };
	const text = exportFile(
		[message({ id: id(1), timestamp: new Date().toISOString(), author: author({ id: id(2) }) })],
		{ guild, channel: channel({ id: id(3), categoryId: null, category: null }) },
	);
	const folder = await mkdtemp(path.join(tmpdir(), "guildhall-imported-"));
	const client = new pg.Client({ connectionString: process.env.DATABASE_BOT_URL });
	await client.connect();
	try {
		const file = path.join(folder, "export.json");
		await writeFile(file, text);
		const options = { observer: silent, signal: new AbortController().signal };
		await claimGuilds(client, await importFiles(client, [file], options), administrator);
	} finally {
		await client.end();
		await rm(folder, { recursive: true });
	}
	return guild;
}
