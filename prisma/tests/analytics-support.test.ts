import { beforeAll, describe, expect, test } from "vitest";
import { everyAssignee } from "@/lib/analytics/support/assignees";
import { readSupport } from "@/lib/analytics/support/data";
import type { Conversed, SupportQuery } from "@/lib/analytics/support/schema";
import { analyticsScene, counted, inPeriod, reading, week, write, zone } from "./analytics-scene";

analyticsScene();

async function conversed(narrowed: Narrowing = {}): Promise<Conversed> {
	const { conversations } = await narrowedTab(narrowed);
	if (conversations === null) throw new Error("no conversations");
	return conversations;
}

type Narrowing = Pick<SupportQuery, "channel" | "assignee">;

const narrowedTab = (narrowed: Narrowing) =>
	reading((scope, period) => readSupport(scope, { ...period, ...narrowed }));

describe("support", () => {
	beforeAll(async () => {
		await write(
			`INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status, created_at, completed_at)
			SELECT $1, 6000001 + n % 3 / 2, 5000001, 'p', CASE WHEN n % 10 = 9 THEN '[{"role": "user"}, {"role": "assistant", "at": "soon"}]'
				ELSE jsonb_build_array(jsonb_build_object('role', 'user', 'at', t.at),
					jsonb_build_object('role', 'assistant', 'at', to_char(
						t.at AT TIME ZONE 'UTC' + n % 8 * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) END,
				(ARRAY['completed', 'completed', 'forwarded', 'active'])[1 + n % 4], t.at, t.at
			FROM generate_series(1, 300) n,
				LATERAL (SELECT timestamptz '2026-11-19 03:00:00Z' - n * interval '5 hours' AS at) t`,
		);
		await write(
			`INSERT INTO forwarded_tickets (conversation_id, server_id, assigned_to, forwarded_at, status, resolved_at)
			SELECT c.id, c.server_id, CASE WHEN c.n % 3 > 0 THEN 5000000 + c.n % 3 END, c.created_at,
				CASE WHEN c.n % 3 > 0 AND c.n % 5 > 0 THEN 'resolved' ELSE 'pending' END,
				CASE WHEN c.n % 3 > 0 AND c.n % 5 > 0 THEN c.created_at + c.n * interval '1 hour' END
			FROM (
				SELECT *, row_number() OVER (ORDER BY created_at DESC) AS n FROM conversations
				WHERE server_id = $1 AND status = 'forwarded') c`,
		);
	});

	test("counts conversations by what became of them", async () => {
		const { begun, outcomes, resolvedShare } = await conversed();
		const rows = await counted<Record<"begun" | "completed" | "forwarded" | "active", number>>(
			`SELECT count(*)::int AS begun, count(*) FILTER (WHERE status = 'completed')::int AS completed,
				count(*) FILTER (WHERE status = 'forwarded')::int AS forwarded, count(*) FILTER (WHERE status = 'active')::int AS active
			FROM conversations WHERE server_id = $1 AND ${inPeriod("created_at")}
			GROUP BY ${week("created_at")} ORDER BY ${week("created_at")}`,
		);
		expect(begun.series).toEqual(rows.map(({ begun }) => begun));
		for (const outcome of ["completed", "forwarded", "active"] as const)
			expect(outcomes[outcome]).toEqual(rows.map((row) => row[outcome]));
		expect(resolvedShare.series[0]).toBeCloseTo(
			(rows[0]?.completed ?? 0) / ((rows[0]?.completed ?? 0) + (rows[0]?.forwarded ?? 0)),
		);
	});

	test("takes first answers from transcripts that tell of one", async () => {
		const { answers } = await conversed();
		const [exact] = await counted(
			`SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY s.seconds)::int AS median,
				percentile_disc(0.9) WITHIN GROUP (ORDER BY s.seconds)::int AS p90
			FROM (
				SELECT extract(epoch FROM (transcript -> 1 ->> 'at')::timestamptz - created_at) AS seconds
				FROM conversations
				WHERE server_id = $1 AND transcript -> 1 ->> 'at' <> 'soon' AND ${inPeriod("created_at")}) s`,
		);
		expect(answers).toEqual(exact);
	});

	test("knows the tickets that waited at the end of each week", async () => {
		const { backlog, opened, resolved } = await reading(readSupport);
		const rows = await counted<{ waiting: number; opened: number; resolved: number }>(
			`SELECT count(*) FILTER (WHERE t.forwarded_at < w.last AND coalesce(t.resolved_at, 'infinity') >= w.last)::int AS waiting,
				count(*) FILTER (WHERE t.forwarded_at >= w.first AND t.forwarded_at < w.last)::int AS opened,
				count(*) FILTER (WHERE t.resolved_at >= w.first AND t.resolved_at < w.last)::int AS resolved
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

	test("tells whose the tickets are, and how long they took", async () => {
		const { assignees, resolutions } = await reading(readSupport);
		const times =
			"percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - forwarded_at)::float8)";
		const rows = await counted(
			`SELECT assigned_to::text AS id, count(*)::int AS tickets, count(resolved_at)::int AS resolved, ${times} AS median
			FROM forwarded_tickets WHERE server_id = $1 AND assigned_to IS NOT NULL AND ${inPeriod("forwarded_at")}
			GROUP BY assigned_to ORDER BY 2 DESC, assigned_to`,
		);
		expect(assignees.map(({ person, ...figures }) => ({ id: person.id, ...figures }))).toEqual(rows);
		const [all] = await counted<{ median: number }>(
			`SELECT ${times} AS median FROM forwarded_tickets WHERE server_id = $1 AND ${inPeriod("forwarded_at")}`,
		);
		expect(resolutions.median).toBe(all?.median);
	});

	test("counts the conversations of one channel, and takes their answers", async () => {
		const { begun, outcomes, answers } = await conversed({ channel: "6000002" });
		const [exact] = await counted<{ begun: number; forwarded: number; median: number }>(
			`SELECT count(*)::int AS begun, count(*) FILTER (WHERE status = 'forwarded')::int AS forwarded,
				percentile_disc(0.5) WITHIN GROUP (ORDER BY s.seconds)::int AS median
			FROM conversations, LATERAL (SELECT CASE WHEN transcript -> 1 ->> 'at' <> 'soon'
				THEN extract(epoch FROM (transcript -> 1 ->> 'at')::timestamptz - created_at) END AS seconds) s
			WHERE server_id = $1 AND channel_id = 6000002 AND ${inPeriod("created_at")}`,
		);
		expect(exact?.begun).toBeGreaterThan(10);
		const forwarded = outcomes.forwarded.reduce((sum, count) => sum + count, 0);
		expect({ begun: begun.value, forwarded, median: answers.median }).toEqual(exact);
	});

	const narrowings: [string, Narrowing, string][] = [
		["in a channel", { channel: "6000002" }, "c.channel_id = 6000002"],
		["of a helper", { assignee: "5000001" }, "t.assigned_to = 5000001"],
		[
			"of a helper in a channel",
			{ channel: "6000001", assignee: "5000002" },
			"t.assigned_to = 5000002 AND c.channel_id = 6000001",
		],
	];

	test.each(narrowings)("counts the tickets %s", async (_, narrowed, fits) => {
		const tab = await narrowedTab(narrowed);
		expect(tab).toMatchObject({ channel: null, assignee: null, ...narrowed });
		expect(tab.conversations === null).toBe(narrowed.assignee !== undefined);
		const tickets =
			"forwarded_tickets t JOIN conversations c ON c.server_id = t.server_id AND c.id = t.conversation_id";
		const end = `timestamp '2026-11-15' AT TIME ZONE '${zone}'`;
		const [exact] = await counted<Record<"opened" | "resolved" | "waiting" | "median", number>>(
			`SELECT count(*) FILTER (WHERE ${inPeriod("t.forwarded_at")})::int AS opened,
				count(*) FILTER (WHERE ${inPeriod("t.resolved_at")})::int AS resolved,
				count(*) FILTER (WHERE t.forwarded_at < ${end} AND coalesce(t.resolved_at, 'infinity') >= ${end})::int AS waiting,
				percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t.resolved_at - t.forwarded_at)::float8)
					FILTER (WHERE ${inPeriod("t.forwarded_at")}) AS median
			FROM ${tickets} WHERE t.server_id = $1 AND ${fits}`,
		);
		expect(exact?.opened).toBeGreaterThan(3);
		expect({
			opened: tab.opened.value,
			resolved: tab.resolved.value,
			waiting: tab.backlog.value,
			median: tab.resolutions.median,
		}).toEqual(exact);
		const helpers = await counted<{ id: string; tickets: number }>(
			`SELECT t.assigned_to::text AS id, count(*)::int AS tickets FROM ${tickets}
			WHERE t.server_id = $1 AND ${fits} AND t.assigned_to IS NOT NULL AND ${inPeriod("t.forwarded_at")}
			GROUP BY 1 ORDER BY 2 DESC, 1`,
		);
		expect(tab.assignees.map((row) => ({ id: row.person.id, tickets: row.tickets }))).toEqual(helpers);
	});

	test("offers everybody who has a ticket", async () => {
		const helpers = await reading((scope) => everyAssignee(scope));
		expect(helpers.map(({ id }) => id)).toEqual(["5000001", "5000002"]);
	});
});
