import { beforeAll, describe, expect, test } from "vitest";
import { readSupport } from "@/lib/analytics/support/data";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { analyticsScene, bot, counted, reading, write, zone } from "./analytics-scene";

analyticsScene();

const began = "2026-11-01 10:00:00Z";
const answer = (at: unknown) => ({ role: "assistant", at });

const transcripts: [string, unknown, number | null][] = [
	["nobody answered", [{ role: "user", at: "2026-11-01T10:00:01Z" }], null],
	["there is nothing", [], null],
	["it is a text", "said", null],
	["answered after a while", [{ role: "user" }, answer("2026-11-01T10:00:03.500Z")], 3500],
	["answered elsewhere", [answer("2026-11-01 15:31:00+05:30"), answer("2026-11-01T10:00:03Z")], 60_000],
	["answered at once", [answer("2026-11-01T10:00:00+00")], 0],
	["an answer without a time goes before", [{ role: "assistant" }, answer("2026-11-01T10:00:09Z")], 9000],
	["an answer with a strange time goes before", [answer("soon"), answer("2026-11-01T10:00:09Z")], null],
	["it is not said where", [answer("2026-11-01T10:00:09")], null],
	["it is a number", [answer(1_793_000_000)], null],
	["there is no such day", [answer("2026-11-31T10:00:09Z")], null],
	["it was before the question", [answer("2026-11-01T09:59:59Z")], null],
];

describe("the wait for the first answer", () => {
	test.each(transcripts)("when %s", async (_, transcript, expected) => {
		const connection = await bot().connect();
		try {
			for (const settings of [
				"ISO, MDY; SET TimeZone = 'UTC'",
				"German, DMY; SET TimeZone = 'Asia/Kolkata'",
			]) {
				await connection.query(`SET DateStyle = ${settings}`);
				const { rows } = await connection.query(
					"SELECT app.first_answer_ms($1::jsonb, $2::timestamptz)::int AS waited",
					[JSON.stringify(transcript), began],
				);
				expect(rows).toEqual([{ waited: expected }]);
			}
		} finally {
			connection.release(true);
		}
	});

	test("follows the transcript and the beginning", async () => {
		const [made] = await write<{ id: string; waited: string | null }>(
			`INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, created_at)
			VALUES ($1, 6000001, 5000001, 'p', '[]', $2) RETURNING id, first_answer_ms AS waited`,
			[began],
		);
		expect(made?.waited).toBeNull();
		const changed = (set: string) =>
			write<{ waited: string }>(
				`UPDATE conversations SET ${set} WHERE server_id = $1 AND id = $2 RETURNING first_answer_ms AS waited`,
				[made?.id],
			);
		expect(await changed(`transcript = '[{"role": "assistant", "at": "2026-11-01T10:00:30Z"}]'`)).toEqual([
			{ waited: "30000" },
		]);
		expect(await changed("created_at = created_at + interval '10 seconds'")).toEqual([{ waited: "20000" }]);
		await write("DELETE FROM conversations WHERE server_id = $1");
	});
});

describe("tickets", () => {
	/** Open and resolved ones of half a year: some opened before the period, some to be resolved in the future, and some before they were opened. */
	beforeAll(async () => {
		await write(
			`WITH told AS (
				INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status, created_at)
				SELECT $1, 6000001, 5000001, 'p', '[]', 'forwarded', timestamptz '2026-11-19 03:00Z' - n * interval '11 hours'
				FROM generate_series(1, 400) n RETURNING id, server_id, created_at)
			INSERT INTO forwarded_tickets (conversation_id, server_id, forwarded_at, status, resolved_at, updated_at)
			SELECT id, server_id, created_at, (ARRAY['resolved', 'resolved', 'pending', 'assigned'])[1 + abs(hashtext(id::text) % 4)],
				CASE hashtext(id::text) % 5 WHEN 0 THEN NULL WHEN 1 THEN created_at - interval '9 days'
					WHEN 2 THEN timestamptz '2037-01-01' ELSE created_at + interval '30 days' END,
				created_at + interval '5 days'
			FROM told`,
		);
	});

	test("that came, went and waited, each moment for itself", async () => {
		const { backlog, opened, resolved } = await reading(readSupport);
		const end = "coalesce(t.resolved_at, t.updated_at)";
		const rows = await counted<{ waiting: number; opened: number; resolved: number }>(
			`SELECT (count(*) FILTER (WHERE t.forwarded_at < w.last)
					- count(*) FILTER (WHERE t.status = 'resolved' AND ${end} < w.last))::int AS waiting,
				count(*) FILTER (WHERE t.forwarded_at >= w.first AND t.forwarded_at < w.last)::int AS opened,
				count(*) FILTER (WHERE t.status = 'resolved' AND ${end} >= w.first AND ${end} < w.last)::int AS resolved
			FROM (
				SELECT greatest(d, '2026-10-01') AT TIME ZONE '${zone}' AS first,
					least(d + interval '7 days', '2026-11-15') AT TIME ZONE '${zone}' AS last
				FROM generate_series(timestamp '2026-09-28', '2026-11-09', '7 days') d) w, forwarded_tickets t
			WHERE t.server_id = $1 GROUP BY w.first ORDER BY w.first`,
		);
		expect(backlog.series).toEqual(rows.map(({ waiting }) => waiting));
		expect(opened.series).toEqual(rows.map((row) => row.opened));
		expect(resolved.series).toEqual(rows.map((row) => row.resolved));
	});
});

/** The lines of the plans of everything that is read in a scope, were its tables large. */
async function plansOf(scope: GuildScope, read: (scope: GuildScope) => Promise<unknown>): Promise<string[]> {
	await scope.rows(
		sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
	);
	const lines: string[] = [];
	const rows: GuildScope["rows"] = async (query, how) => {
		const plan = await scope.rows<{ "QUERY PLAN": string }>(sql`EXPLAIN (COSTS OFF) ${query}`);
		lines.push(...plan.map((row) => row["QUERY PLAN"].trim()));
		return scope.rows(query, how);
	};
	const one: GuildScope["one"] = async (query) => (await rows(query))[0] as never;
	await read(Object.assign(Object.create(scope) as GuildScope, { rows, one }));
	return lines;
}

test("conversations are counted in an index alone, policies included", async () => {
	const lines = await reading((scope, period) => plansOf(scope, (told) => readSupport(told, period)));
	const scans = lines.filter((line) => /Scan.* on conversations/.test(line));
	expect(scans.length).toBeGreaterThan(2);
	expect(scans.filter((line) => !line.includes("Index Only Scan"))).toEqual([]);
});
