import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Timed } from "@/lib/analytics/commands/times";
import { percentilesOf } from "@/lib/analytics/period/percentiles";
import { isEmpty, loadDemo } from "@/prisma/seed/load";
import { copyText } from "@/prisma/seed/load/copy";
import { demoOrigin } from "@/prisma/seed/load/origin";
import { createPopulation } from "@/prisma/seed/population";
import { discordLevel } from "@/prisma/seed/population/access-rows";
import type { Row, TableRows } from "@/prisma/seed/population/rows";
import { createWorld, guildByKey, userGuilds } from "@/prisma/seed/world";
import { personId } from "@/prisma/seed/world/people";
import type { PersonKey, World, WorldGuild } from "@/prisma/seed/world/types";
import { connected } from "@/scripts/database/roles";
import { type TestDatabase, testDatabase } from "./database";
import { danglingIds } from "./demo-references";
import { syncAdmins } from "./people";
import { differences, recounts } from "./recounts";

const NOW = new Date();
const MINUTES = 60_000;
/** What begins with somebody signing in for real, or with an import. */
const EMPTY = [
	"gateway_catch_ups",
	"gateway_dead_letters",
	"gateway_lists",
	"gateway_member_chunks",
	"gateway_sessions",
	"gateway_tombstones",
	"gateway_webhook_changes",
	"import_files",
	"web_accounts",
	"web_sessions",
];

let db: TestDatabase;
let world: World;

beforeAll(async () => {
	db = await testDatabase();
	world = createWorld({ now: NOW });
	await loadDemo(db.urls.guildhall_owner, { now: NOW });
}, 5 * MINUTES);
afterAll(() => db.drop());

test("it keeps what it was made from, so that a simulated Discord can begin with the same", async () => {
	expect(await connected(db.urls.guildhall_owner, demoOrigin)).toEqual({ seed: 1, now: NOW });
});

async function column<T>(text: string, parameters: unknown[] = []): Promise<T[]> {
	const { rows } = await db.pool("guildhall_owner").query<{ value: T }>(text, parameters);
	return rows.map(({ value }) => value);
}

describe("the demo", () => {
	test(
		"is the same for the same seed and moment, and another for another seed",
		() => {
			const first = checksum(1);
			expect(checksum(1)).toBe(first);
			expect(checksum(2)).not.toBe(first);
		},
		3 * MINUTES,
	);

	test("has a server of 5,000 members and 200,000 messages over thirteen months", async () => {
		const { id } = guildByKey(world, "harbor");
		expect(
			await column(
				"SELECT count(*)::int AS value FROM discord_guild_members WHERE guild_id = $1 AND left_at IS NULL",
				[id],
			),
		).toEqual([5000]);
		expect(
			await column("SELECT count(*)::int AS value FROM discord_messages WHERE guild_id = $1", [id]),
		).toEqual([200_000]);
		const begins = "SELECT min(timestamp) < $2::timestamptz - interval '12 months 25 days' AS value";
		expect(await column(`${begins} FROM discord_messages WHERE guild_id = $1`, [id, NOW])).toEqual([true]);
	});

	test("has a small server and one that the bot left", async () => {
		const bot = await column(
			"SELECT bot_active AS value FROM discord_guilds WHERE id = ANY ($1::bigint[]) ORDER BY bot_active",
			[[guildByKey(world, "cartridge").id, guildByKey(world, "trail").id]],
		);
		expect(bot).toEqual([false, true]);
	});

	test("leaves no table empty that a demo can fill", async () => {
		const tables = await column<string>(
			`SELECT relname AS value FROM pg_class
			WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`,
		);
		const counts = tables.map(
			(table) => `SELECT '${table}' AS value WHERE NOT EXISTS (SELECT FROM "${table}")`,
		);
		expect(await column(`${counts.join(" UNION ALL ")} ORDER BY value`)).toEqual(EMPTY);
	});

	test("has every kind of case, numbered without gaps", async () => {
		const { id } = guildByKey(world, "harbor");
		expect(
			await column("SELECT count(DISTINCT case_type)::int AS value FROM cases WHERE guild_id = $1", [id]),
		).toEqual([10]);
		expect(
			await column("SELECT max(case_number) - count(*)::int AS value FROM cases WHERE guild_id = $1", [id]),
		).toEqual([0]);
	});

	test("dates a key's last change to when it was made", async () => {
		const { id } = guildByKey(world, "harbor");
		const late = "updated_at > now() - interval '1 day'";
		expect(
			await column(
				`SELECT count(*)::int AS value FROM guild_dynamic_config WHERE guild_id = $1 AND ${late}`,
				[id],
			),
		).toEqual([0]);
	});

	test("has an order, carried out or refused, for every case that Discord was asked about", async () => {
		expect(
			await column(
				`SELECT count(*)::int AS value FROM cases c
					LEFT JOIN discord_orders o ON o.guild_id = c.guild_id AND o.case_id = c.case_id
				WHERE c.order_state <> coalesce(o.state, 'none') OR c.order_error IS DISTINCT FROM o.failure
					OR o.target_id <> c.case_user_id OR o.state = 'pending'`,
			),
		).toEqual([0]);
		expect(await column("SELECT DISTINCT state AS value FROM discord_orders ORDER BY state")).toEqual([
			"done",
			"failed",
		]);
	});

	test("bans nobody who is a member", async () => {
		expect(
			await column(
				`SELECT count(*)::int AS value FROM discord_guild_bans b JOIN discord_guild_members m
					ON m.guild_id = b.guild_id AND m.user_id = b.user_id AND m.left_at IS NULL`,
			),
		).toEqual([0]);
	});

	test("does not load over what is there", async () => {
		await expect(loadDemo(db.urls.guildhall_owner)).rejects.toThrow("already holds servers");
	});
});

test.each(danglingIds)("$what exists", async ({ missing }) => {
	expect(await column(missing)).toEqual([]);
});

test.each(recounts)("$rollup equals a recount of the demo", async (recount) => {
	const { rows } = await db.pool("guildhall_owner").query(differences(recount));
	expect(rows).toEqual([]);
});

test("percentiles from the buckets are at most 11.8 % off those of the rows, for every command", async () => {
	type Times = { name: string; buckets: Timed[]; rows: number[] };
	const commands = await column<Times>(
		`SELECT json_build_object('name', b.command_name, 'buckets', b.buckets, 'rows', e.rows) AS value
		FROM (
			SELECT command_name, json_agg(json_build_object('ms', app.latency_of(bucket), 'executions', executions)) AS buckets
			FROM rollup_command_hourly WHERE guild_id = $1 GROUP BY 1
		) b JOIN (
			SELECT coalesce(command_name, '') AS command_name,
				percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY response_time_ms) AS rows
			FROM discord_command_executions
			WHERE guild_id = $1 AND interaction_type = 'application_command' AND response_time_ms IS NOT NULL GROUP BY 1
		) e USING (command_name)`,
		[guildByKey(world, "harbor").id],
	);
	expect(commands.length).toBeGreaterThan(5);
	for (const { name, buckets, rows } of commands) {
		const { p50, p95, p99 } = percentilesOf(buckets);
		for (const [index, shown] of [p50, p95, p99].entries()) {
			const off = Math.abs((shown ?? Number.NaN) / (rows[index] ?? Number.NaN) - 1);
			expect(off, name).toBeLessThanOrEqual(Math.sqrt(1.25) - 1 + 1e-9);
		}
	}
});

describe("the change log", () => {
	test("holds its chain", async () => {
		expect(
			await column("SELECT problem AS value FROM discord_guilds, app.verify_changes(id) WHERE id <> 0"),
		).toEqual([null, null, null]);
	});
});

describe("after signing in,", () => {
	test.each<[PersonKey, WorldGuild["key"], number]>([
		["owner", "harbor", 7],
		["admin", "harbor", 6],
		["moderator", "harbor", 3],
		["helper", "harbor", 2],
		["member", "harbor", 0],
		["operator", "harbor", 0],
		["admin", "trail", 7],
		["moderator", "trail", 2],
		["owner", "trail", 0],
		["owner", "cartridge", 7],
	])("the %s has in %s the level %i", async (person, key, level) => {
		const levels = userGuilds(world, personId(person)).map(
			(entry) => [entry.id, discordLevel(entry)] as const,
		);
		await syncAdmins(db, personId(person), Object.fromEntries(levels.filter(([, held]) => held > 0)));
		const found = await column("SELECT app.guild_level($1, $2) AS value", [
			guildByKey(world, key).id,
			personId(person),
		]);
		expect(found).toEqual([level]);
	});

	test("the operator is one, and nobody else", async () => {
		expect(await column("SELECT user_id::text AS value FROM web_users WHERE is_operator")).toEqual([
			personId("operator"),
		]);
	});
});

test("an interrupted load leaves nothing behind", async () => {
	const other = await testDatabase();
	const log = () => {
		throw new Error("pulled the plug");
	};
	await expect(loadDemo(other.urls.guildhall_owner, { log })).rejects.toThrow("pulled the plug");
	const client = await other.pool("guildhall_owner").connect();
	expect(await isEmpty(client)).toBe(true);
	client.release();
	await other.drop();
});

/** A digest of all rows of all tables, in the order in which they are loaded. */
function checksum(seed: number): string {
	const population = createPopulation(createWorld({ seed, now: new Date("2026-03-01T12:00:00Z") }));
	const hash = createHash("sha256");
	const take = (tables: readonly TableRows[]) => {
		for (const { table, rows } of tables) for (const row of rows) hash.update(`${table}\t${line(row)}\n`);
	};
	take(population.people());
	for (const server of population.servers) {
		take(server.foundation());
		for (const batch of server.messages()) take(batch);
		take(server.rest());
		take([{ table: "dashboard_changes", rows: server.changes() }]);
	}
	take(population.shared());
	return hash.digest("hex");
}

function line(row: Row): string {
	return Object.values(row).map(copyText).join("\t");
}
