import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Frame } from "@/bot/events/handler";
import { takeTurns } from "@/bot/rows/turns";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { channelId, guildId, idAt, message, person } from "@/bot/tests/payloads";

const neighbour = String(BigInt(guildId) + (1n << 22n));
const ROUNDS = 30;

let feed: Feed;
beforeAll(async () => {
	feed = await openFeed();
	await feed.send(frame("GUILD_CREATE", { id: guildId, name: "Harbor", member_count: 1, members: [] }));
});
afterAll(() => feed.close());

const lobby = String(BigInt(channelId) + 1n);
const written = (id: string, n: number, channel_id = channelId) =>
	frame("MESSAGE_CREATE", message(id, person(n), { channel_id }));
const deleted = (id: string) => frame("MESSAGE_DELETE", { id, channel_id: channelId, guild_id: guildId });
const early = (n: number) => idAt("08:00:00.000", n);
const late = (n: number) => idAt("09:00:00.000", n);
const range = (from: number) => Array.from({ length: ROUNDS }, (_, index) => from + index);

/** One batch after the other; a deadlock is an error. */
async function sendAll(batches: readonly Frame[][]): Promise<void> {
	for (const batch of batches) await feed.send(...batch);
}

describe("writers of a guild", () => {
	it("do not deadlock where they write in different channels and count the same hours", async () => {
		await feed.send(...range(1).flatMap((n) => [written(early(n), n), written(late(n), n + 100)]));
		await Promise.all([
			sendAll(range(1).map((n) => [written(early(n + 100), n), deleted(late(n))])),
			sendAll(range(1).map((n) => [written(late(n + 200), n + 100, lobby), deleted(early(n))])),
		]);
		const counted = await feed.rows<{ messages: number }>(
			"SELECT messages FROM rollup_messages_hourly WHERE guild_id = $1 ORDER BY hour",
			[guildId],
		);
		expect(counted.map(({ messages }) => messages)).toEqual([ROUNDS, ROUNDS]);
	});

	it("wait for each other, and not for those of other guilds", async () => {
		const order: string[] = [];
		const turn = (id: string, said: string) =>
			feed.scope.transaction(async (db) => {
				await takeTurns(db, [id]);
				order.push(said);
			});
		const owner = feed.db.pool("guildhall_owner");
		let second: Promise<void> | undefined;
		await feed.scope.transaction(async (db) => {
			await takeTurns(db, [guildId]);
			second = turn(guildId, "the same guild");
			await expect
				.poll(async () => (await owner.query("SELECT FROM pg_locks WHERE NOT granted")).rowCount, {
					timeout: 10_000,
				})
				.toBe(1);
			await takeTurns(db, [neighbour]);
			order.push("the first");
		});
		await second;
		expect(order).toEqual(["the first", "the same guild"]);
	});
});
