import type pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endExpired } from "@/bot/orders/expiry";
import { beginOrder, finishOrder } from "@/bot/orders/order";
import { settleCases } from "@/bot/rows/settle-cases";
import { botId, type Feed, frame, openFeed } from "@/bot/tests/feed";
import { idAt, guildId as one, person } from "@/bot/tests/payloads";

const two = String(BigInt(one) + (1n << 22n));
const KICK = 20;
const UNBAN = 23;
const later = new Date("2026-11-21T12:05:00Z");

const lines: string[] = [];
const log = pino({}, { write: (line) => void lines.push(line) });
let feed: Feed;
let member = person(0).id;
let low = 0;

beforeAll(async () => {
	feed = await openFeed();
	for (const id of [one, two])
		await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [id]);
});
afterAll(() => feed.close());

/** A case about the member. @returns its id */
async function written(guild: string, type: string, expires = "NULL", order = "none"): Promise<string> {
	const [row] = await feed.rows<{ id: string }>(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at, case_expires_at, order_state)
		VALUES ($1, $2, 'written', $3, $4, '2026-11-21T12:00:00Z', ${expires}, $5) RETURNING case_id AS id`,
		[guild, type, person(900).id, member, order],
	);
	return row?.id ?? "";
}

/** Discord's entry of something that was done to the member at noon. */
function entry(guild: string, action: number, by = person(900).id) {
	low += 1;
	const what = { guild_id: guild, action_type: action, user_id: by, target_id: member, reason: null };
	return frame("GUILD_AUDIT_LOG_ENTRY_CREATE", { id: idAt("12:00:00.000", low), ...what });
}

async function overdueOrder(guild: string): Promise<() => Promise<void>> {
	const caseId = await written(guild, "BAN", "NULL", "pending");
	const [placed] = await feed.rows<{ id: string }>(
		`INSERT INTO discord_orders (guild_id, kind, target_id, case_id, idempotency_key)
		VALUES ($1, 'ban', $2, $3::bigint, $3::text) RETURNING id`,
		[guild, member, caseId],
	);
	const order = await beginOrder(feed.scope, guild, placed?.id ?? "");
	if (!order) throw new Error("the order is not there");
	return () => finishOrder(feed.scope, order, { state: "failed", failure: "role_below", code: 50_013 });
}

type Writer = { name: string; prepare(guild: string): Promise<() => Promise<unknown>> };

const writers: Writer[] = [
	{
		name: "what Discord's log tells",
		async prepare(guild) {
			await written(guild, "UNBAN");
			await written(guild, "BAN");
			return () => feed.send(entry(guild, UNBAN));
		},
	},
	{
		name: "the end of a timeout",
		async prepare(guild) {
			await written(guild, "TIMEOUT", "now()");
			return () => endExpired(feed.scope, log);
		},
	},
	{
		name: "the end of a ban that could not be lifted before",
		async prepare(guild) {
			await written(guild, "TEMPBAN", "now()", "failed");
			return () => endExpired(feed.scope, log);
		},
	},
	{
		name: "what nobody has written down",
		async prepare(guild) {
			await feed.send(entry(guild, KICK, botId));
			await written(guild, "KICK");
			return () => settleCases(feed.scope, botId, log, later);
		},
	},
	{ name: "an order that failed", prepare: overdueOrder },
];

describe.each(writers)("who writes cases: $name", ({ prepare }) => {
	test("takes the server's row before any case of it, as the dashboard does", async () => {
		member = person(++low).id;
		const write = await prepare(one);
		await holding(one, async (holder) => {
			const writing = write();
			await waits(holder);
			const change = "UPDATE cases SET case_reason = 'meanwhile' WHERE guild_id = $1 AND case_user_id = $2";
			expect((await holder.query(change, [one, member])).rowCount).toBeGreaterThan(0);
			await holder.query("COMMIT");
			await writing;
		});
	});
});

describe.each([
	{
		name: "what nobody has written down",
		prepare: (guild: string) => feed.send(entry(guild, KICK, botId)),
		write: () => settleCases(feed.scope, botId, log, later),
	},
	{
		name: "what has reached its end",
		prepare: (guild: string) => written(guild, "TIMEOUT", "now()"),
		write: () => endExpired(feed.scope, log),
	},
])("who writes cases of several servers: $name", ({ prepare, write }) => {
	test("holds none while it waits for another", async () => {
		member = person(++low).id;
		for (const guild of [one, two]) await prepare(guild);
		await holding(two, async (holder) => {
			const writing = write();
			await waits(holder);
			await holder.query("SELECT FROM discord_guilds WHERE id = $1 FOR NO KEY UPDATE NOWAIT", [one]);
			await holder.query("COMMIT");
			await writing;
		});
	});

	test("gives the next its turn when one fails", async () => {
		member = person(++low).id;
		for (const guild of [one, two]) await prepare(guild);
		await holding(one, async (holder) => {
			const writing = write();
			const failed = expect(writing).rejects.toMatchObject({ code: "57014" });
			// As the limit of time for a statement would.
			for (const pid of await waits(holder)) await feed.rows("SELECT pg_cancel_backend($1)", [pid]);
			await failed;
		});
		expect(lines.splice(0).map((line) => JSON.parse(line).guildId)).toEqual([one]);
		expect(await ends()).toEqual([two]);
		await write();
		expect(await ends()).toEqual([one, two]);
	});
});

/** Where the member has a case that is over. */
async function ends(): Promise<string[]> {
	const rows = await feed.rows<{ id: string }>(
		"SELECT guild_id AS id FROM cases WHERE case_user_id = $1 AND NOT case_status ORDER BY guild_id",
		[member],
	);
	return rows.map(({ id }) => id);
}

/** A transaction that holds the guild's row, as the dashboard's `app.hold_cases` does. */
async function holding(guild: string, work: (holder: pg.PoolClient) => Promise<void>): Promise<void> {
	const holder = await feed.db.pool("guildhall_bot").connect();
	try {
		await holder.query("BEGIN");
		await holder.query("SELECT FROM discord_guilds WHERE id = $1 FOR NO KEY UPDATE", [guild]);
		await work(holder);
	} finally {
		await holder.query("ROLLBACK");
		holder.release();
	}
}

/** Until somebody waits for the holder. @returns the process that does */
async function waits(holder: pg.PoolClient): Promise<number[]> {
	const { rows } = await holder.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
	const waiting = "SELECT pid FROM pg_stat_activity WHERE $1::integer = ANY (pg_blocking_pids(pid))";
	let found: { pid: number }[] = [];
	await expect
		.poll(
			async () => {
				found = await feed.rows<{ pid: number }>(waiting, [rows[0]?.pid]);
				return found.length;
			},
			{ timeout: 20_000 },
		)
		.toBe(1);
	return found.map(({ pid }) => pid);
}
