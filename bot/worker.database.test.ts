import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { ShardLocks } from "@/bot/gateway/shards";
import { openScope, type Scope } from "@/bot/scope";
import { beginOutage } from "@/bot/tests/outage";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";
import { Worker } from "./worker";

const GUILD = "1040262918204751892";
const log = pino({ level: "silent" });

let db: TestDatabase;
let discord: Simulator;
const running: (() => Promise<void>)[] = [];

beforeAll(async () => {
	db = await testDatabase();
	discord = await startSimulator({ port: 0 });
});
afterEach(async () => {
	for (const stop of running.splice(0)) await stop();
});
afterAll(async () => {
	await discord.close();
	await db.drop();
});

/** A worker that follows the simulated Discord; its connections are its own, as a process's are. */
async function start(): Promise<{ worker: Worker; ended: Promise<void>; stop(): Promise<void> }> {
	const scope: Scope = await openScope(db.urls.guildhall_bot);
	const apiUrl = `${discord.url}/api/v10`;
	const token = SIMULATED_CLIENT.botToken;
	const rest = restClient(apiUrl, token);
	const applicationId = SIMULATED_CLIENT.clientId;
	const { botId } = discord.state;
	const settings = { scope, rest, log, token, apiUrl, applicationId, botId, storeContent: true };
	const worker = new Worker({ ...settings, shardCount: 1, shardIds: [0] });
	const end = new AbortController();
	const ended = worker.run(end.signal).finally(() => scope.close());
	const stop = async () => {
		end.abort();
		await ended.catch(() => undefined);
	};
	running.push(stop);
	return { worker, ended, stop };
}

async function column<T>(text: string, values: unknown[] = []): Promise<T[]> {
	const { rows } = await db.pool("guildhall_owner").query<{ value: T }>(text, values);
	return rows.map(({ value }) => value);
}

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const roleNames = () =>
	column<string>(
		"SELECT name AS value FROM discord_roles WHERE guild_id = $1 AND name LIKE 'test %' ORDER BY name",
		[GUILD],
	);
const makeRole = (name: string) =>
	discord.state.roles.create(GUILD, { name }, { userId: discord.state.core.guild(GUILD).settings.owner_id });
const sessionId = () => column<string>("SELECT session_id AS value FROM gateway_sessions");

/** Ends the connection that holds the lock of a shard. */
async function cutLock(shardId: number): Promise<void> {
	const { rowCount } = await db.pool("guildhall_bot").query(
		`SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
		WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.classid = 491920731 AND l.objid = $1`,
		[shardId],
	);
	expect(rowCount).toBe(1);
}

async function ready(): Promise<void> {
	await eventually(async () => {
		expect(await column("SELECT status AS value FROM shards WHERE id = 0")).toEqual(["online"]);
		expect(await column("SELECT 1 AS value FROM discord_guilds WHERE id = $1", [GUILD])).toHaveLength(1);
	});
}

describe("the worker", () => {
	test("goes on behind its last commit: what happened while it was away is there once", async () => {
		const first = await start();
		await ready();
		makeRole("test before");
		await eventually(async () => expect(await roleNames()).toEqual(["test before"]));
		const [session] = await sessionId();
		await first.stop();
		expect(await column("SELECT status AS value FROM shards")).toEqual(["offline"]);
		makeRole("test meanwhile");
		await start();
		await eventually(async () => expect(await roleNames()).toEqual(["test before", "test meanwhile"]));
		expect(await sessionId()).toEqual([session]);
	});

	test("keeps a shard to itself", async () => {
		await start();
		await ready();
		const second = await start();
		await expect(second.ended).rejects.toThrow("Shard 0 is run by another process");
	});

	test("stores nothing more once another process has taken its shard over", async () => {
		const first = await start();
		await ready();
		makeRole("test of the first");
		await eventually(async () => expect(await roleNames()).toContain("test of the first"));
		const scope = await openScope(db.urls.guildhall_bot, 1);
		await cutLock(0);
		const other = new ShardLocks(scope, [0]);
		await eventually(() => other.hold());
		makeRole("test of nobody");
		await expect(first.ended).rejects.toThrow("Shard 0 is run by another process");
		expect(await roleNames()).not.toContain("test of nobody");
		await scope.close();
		await start();
		await eventually(async () => expect(await roleNames()).toContain("test of nobody"));
	});

	test("takes its shard once where it is asked to twice at the same moment", async () => {
		const scope = await openScope(db.urls.guildhall_bot, 1);
		const locks = new ShardLocks(scope, [8]);
		await Promise.all([locks.hold(), locks.hold()]);
		await scope.transaction((tx) => locks.confirm(tx, [8]));
		await scope.close();
	});

	test("goes on with its shard where only the connection of its locks was lost", async () => {
		const scope = await openScope(db.urls.guildhall_bot, 2);
		const locks = new ShardLocks(scope, [7]);
		const confirm = () => scope.transaction((tx) => locks.confirm(tx, [7]));
		await locks.hold();
		await cutLock(7);
		await confirm();
		await eventually(() => locks.hold());
		await confirm();
		await scope.close();
	});

	test("counts as newer what it hears after a process whose clock was ahead", async () => {
		const first = await start();
		await ready();
		const { id } = makeRole("test of yesterday");
		await eventually(async () => expect(await roleNames()).toContain("test of yesterday"));
		await first.stop();
		const owner = db.pool("guildhall_owner");
		await owner.query("UPDATE discord_roles SET observed_at = now() + interval '1 hour' WHERE id = $1", [id]);
		await owner.query("UPDATE gateway_sessions SET clock = now() + interval '1 hour'");
		await start();
		await ready();
		discord.state.roles.update(GUILD, id, { name: "test of today" }, { userId: discord.state.botId });
		await eventually(async () => expect(await roleNames()).toContain("test of today"));
	});

	test("waits while the database refuses it, and loses nothing", async () => {
		await start();
		await ready();
		const outage = await beginOutage(db);
		makeRole("test during the outage");
		await outage.end();
		await eventually(async () => expect(await roleNames()).toContain("test during the outage"));
	});

	test("can tell its sockets to wait, and they go on where they were", async () => {
		const { worker } = await start();
		await ready();
		expect(worker.gateway.pause(true)).toBe(1);
		makeRole("test after the pause");
		expect(worker.gateway.pause(false)).toBe(1);
		await eventually(async () => expect(await roleNames()).toContain("test after the pause"));
	});

	test("buries the frame that cannot be stored, and stores its neighbours", async () => {
		await db
			.pool("guildhall_owner")
			.query("ALTER TABLE discord_roles ADD CONSTRAINT no_poison CHECK (name <> 'test poison')");
		await start();
		await ready();
		for (const name of ["test one", "test poison", "test two"]) makeRole(name);
		await eventually(async () =>
			expect(await roleNames()).toEqual(expect.arrayContaining(["test one", "test two"])),
		);
		const buried = await column<string>("SELECT event || ' ' || reason AS value FROM gateway_dead_letters");
		expect(buried).toEqual([expect.stringMatching(/^GUILD_ROLE_CREATE 23514: .*no_poison/)]);
		await db.pool("guildhall_owner").query("ALTER TABLE discord_roles DROP CONSTRAINT no_poison");
	});
});
