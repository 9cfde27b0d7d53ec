import { afterAll, beforeAll, expect, test } from "vitest";
import { ShardHealth } from "@/bot/gateway/shard-health";
import { reportShards } from "@/bot/gateway/shard-report";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";

let db: TestDatabase;
let scope: Scope;
beforeAll(async () => {
	db = await testDatabase();
	scope = await openScope(db.urls.guildhall_bot, 1);
});
afterAll(async () => {
	await scope.close();
	await db.drop();
});

const stored = () =>
	scope.rows(
		"SELECT id, status, extract(epoch FROM last_heartbeat)::integer AS heartbeat, latency_ms AS latency, refusal, bot_user_id::text AS bot FROM shards ORDER BY id",
	);

test("each shard is told of as it is, with the time of its own last heartbeat", async () => {
	const health = new ShardHealth(() => undefined);
	const shards = { ids: [0, 1, 2], count: 3, botId: "700000000000000002" };
	health.connected(0);
	health.beat(0, 1_763_632_800_000, 41);
	health.connected(1);
	health.refused(1, "sharding");
	await reportShards(scope, shards, health);
	const first = [
		{ id: 0, status: "online", heartbeat: 1_763_632_800, latency: 41, refusal: null, bot: shards.botId },
		{ id: 1, status: "offline", heartbeat: null, latency: null, refusal: "sharding", bot: shards.botId },
		{ id: 2, status: "starting", heartbeat: null, latency: null, refusal: null, bot: shards.botId },
	];
	expect(await stored()).toEqual(first);
	await reportShards(scope, shards, health);
	expect(await stored()).toEqual(first);
});
