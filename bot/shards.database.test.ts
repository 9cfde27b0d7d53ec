import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { startBot } from "@/scripts/lifecycle/bot";
import type { Running } from "@/scripts/lifecycle/processes";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

/** One guild on each of two shards. */
const guilds = [
	{ id: "1040262918204751892", shard: 0 },
	{ id: "902114735018344448", shard: 1 },
];
const MESSAGES = 40;
const patience = { timeout: 60_000, interval: 100 };

let db: TestDatabase;
let discord: Simulator;
const running: Running[] = [];

beforeAll(async () => {
	db = await testDatabase();
	discord = await startSimulator({ port: 0, rateLimit: { limit: 500, windowMs: 1_000 } });
});
afterAll(async () => {
	await Promise.all(running.map(({ stop }) => stop()));
	await discord.close();
	await db.drop();
});

/** A worker as `npm run bot -- --shards 2 --shard-ids …` starts it. */
function start(shardIds: string): Running {
	const variables = {
		DISCORD_API_URL: `${discord.url}/api/v10`,
		DISCORD_BOT_TOKEN: SIMULATED_CLIENT.botToken,
		DISCORD_CLIENT_ID: SIMULATED_CLIENT.clientId,
		LOG_LEVEL: "info",
	};
	const worker = startBot(db.urls, variables, ["--shards", "2", "--shard-ids", shardIds]);
	running.push(worker);
	return worker;
}

async function read<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
	return (await db.pool("guildhall_owner").query<T>(text, values)).rows;
}

/** Somebody writes in every guild. @returns the ids, guild by guild */
function write(said: string): string[][] {
	return guilds.map(({ id }) => {
		const guild = discord.state.core.guild(id);
		const channel = [...guild.channels.values()].find(({ type }) => type === 0)?.id ?? "";
		const message = { authorId: guild.settings.owner_id, content: said };
		return Array.from({ length: MESSAGES }, () => discord.state.messages.create(channel, message).fields.id);
	});
}

const storedIn = async (guildId: string, said: string) =>
	(
		await read<{ id: string }>(
			"SELECT id::text FROM discord_messages WHERE guild_id = $1 AND content = $2 ORDER BY id",
			[guildId, said],
		)
	).map(({ id }) => id);

describe("several processes", { timeout: 120_000 }, () => {
	test("share the shards: what happens in each guild is stored once", async () => {
		start("0-0");
		start("1-1");
		await expect
			.poll(() => read("SELECT id FROM shards WHERE status = 'online' ORDER BY id"), patience)
			.toEqual([{ id: 0 }, { id: 1 }]);
		await expect
			.poll(() => read("SELECT FROM gateway_catch_ups WHERE finished_at IS NOT NULL"), patience)
			.toHaveLength(2);
		const written = write("shared");
		for (const [index, { id }] of guilds.entries()) {
			await expect.poll(() => storedIn(id, "shared"), patience).toEqual(written[index]);
		}
		expect(await read("SELECT FROM gateway_dead_letters")).toEqual([]);
		expect(await read("SELECT shard_id, shard_count FROM gateway_sessions ORDER BY shard_id")).toEqual(
			guilds.map(({ shard }) => ({ shard_id: shard, shard_count: 2 })),
		);
		await expect
			.poll(
				() => read("SELECT server_id::text AS id, shard_id AS shard FROM server_shards ORDER BY shard_id"),
				patience,
			)
			.toEqual(guilds);
		const heard = [...discord.state.gateway.sessions].map(({ settings }) => settings.shard);
		expect(heard.toSorted(([one], [other]) => one - other)).toEqual([
			[0, 2],
			[1, 2],
		]);
	});

	test("refuse a shard that another one has", async () => {
		const third = start("1-1");
		expect((await third.ended).status).toBe(1);
		expect(third.tail()).toContain("Shard 1 is run by another process");
		expect(await read("SELECT FROM shards WHERE status = 'online'")).toHaveLength(2);
	});

	test("take over a shard that was let go, and go on behind its last commit", async () => {
		const [, second] = running;
		await second?.stop();
		const written = write("meanwhile");
		start("1-1");
		for (const [index, { id }] of guilds.entries()) {
			await expect.poll(() => storedIn(id, "meanwhile"), patience).toEqual(written[index]);
		}
		expect(await read("SELECT FROM gateway_dead_letters")).toEqual([]);
	});
});
