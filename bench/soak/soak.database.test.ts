import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { planFaults } from "@/bench/soak/faults";
import { type SoakOutcome, soak } from "@/bench/soak/stage";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";

const EVENTS = 3_000;

/** Nobody in the play posts a form, or an embed that has fields. */
const unplayed = ["discord_embed_fields", "discord_message_components"];

let outcome: SoakOutcome;

/** The server is everybody's: instead of restarting it, every connection of the worker is cut. */
async function cutConnections(db: TestDatabase): Promise<void> {
	const admin = new pg.Client({ connectionString: db.adminUrl });
	await admin.connect();
	await admin.query(
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'guildhall_bot'",
	);
	await admin.end();
}

describe("a worker that is killed, and loses its connections, its socket and its session", () => {
	beforeAll(async () => {
		const db = await testDatabase();
		try {
			outcome = await soak({
				database: {
					urls: db.urls,
					interrupt: () => cutConnections(db),
					processor: async () => 0,
				},
				events: EVENTS,
				faults: planFaults({ kill: 1, database: 1, drop: 1, invalidate: 1 }, EVENTS, 7, 0.2),
				seed: 7,
				logFile: path.join(tmpdir(), `guildhall-soak-${process.pid}.log`),
			});
		} finally {
			await db.drop();
		}
	}, 180_000);

	test("stores what happened exactly once", () => {
		const wrong = outcome.comparisons.flatMap(({ differences }) => differences);
		expect(wrong.slice(0, 10)).toEqual([]);
	});

	test("compares every table that the gateway feeds", () => {
		const rows = new Map<string, number>();
		for (const { table, rows: count } of outcome.comparisons) rows.set(table, (rows.get(table) ?? 0) + count);
		const empty = [...rows].filter(([table, count]) => count === 0 && !table.startsWith("rollup_"));
		expect(empty.map(([table]) => table)).toEqual(unplayed);
	});

	test("buries nothing", () => expect(outcome.deadLetters).toEqual([]));

	test("excuses only what the invalid session made unhearable", () => {
		expect(outcome.unheard).toBeGreaterThan(0);
		expect(outcome.unheard).toBeLessThan(EVENTS / 4);
	});

	test("recovered from everything", () => {
		const kinds = new Set(outcome.recoveries.map(({ kind }) => kind));
		expect(kinds).toEqual(new Set(["kill", "database", "drop", "invalidate"]));
	});
});
