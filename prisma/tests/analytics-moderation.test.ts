import { beforeAll, describe, expect, test } from "vitest";
import { readModeration } from "@/lib/analytics/moderation/data";
import { readSupport } from "@/lib/analytics/support/data";
import { readExplore } from "@/lib/explore/data";
import { readReport } from "@/lib/report/data";
import { analyticsScene, reading, write } from "./analytics-scene";

const [ada, ben, bot] = ["5000001", "5000002", "5000003"];

analyticsScene();

type CaseRow = { type: string; at: string; member: string; moderator?: string | undefined; more?: string };

async function openCase({ type, at, member, moderator = ada, more }: CaseRow): Promise<void> {
	const [opened] = await write<{ case_id: string }>(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at)
		VALUES ($1, $2, 'r', $3, $4, $5) RETURNING case_id`,
		[type, moderator, member, at],
	);
	if (more) await write(`UPDATE cases SET ${more} WHERE guild_id = $1 AND case_id = $2`, [opened?.case_id]);
}

describe("moderation", () => {
	beforeAll(async () => {
		const closed = "case_status = false, resolved_at = created_at + interval";
		const rows: CaseRow[] = [
			{ type: "WARN", at: "2026-10-02T12:00Z", member: "5000010", more: `${closed} '1 hour'` },
			{ type: "TIMEOUT", at: "2026-10-03T12:00Z", member: "5000010", more: `${closed} '3 hours'` },
			{
				type: "UNTIMEOUT",
				at: "2026-10-03T13:00Z",
				member: "5000010",
				moderator: ben,
				more: `${closed} '0'`,
			},
			{ type: "BAN", at: "2026-10-05T12:00Z", member: "5000011", moderator: ben },
			{ type: "KICK", at: "2026-10-05T12:00Z", member: "5000012", more: `${closed} '0'` },
			{
				type: "WARN",
				at: "2026-10-06T12:00Z",
				member: "5000011",
				more: "case_status = false, voided_at = created_at + interval '5 hours'",
			},
			{ type: "TIMEOUT", at: "2026-10-20T12:00Z", member: "5000013", moderator: bot },
			{
				type: "JAIL",
				at: "2026-10-21T12:00Z",
				member: "5000014",
				more: "case_expires_at = created_at + interval '1 day', case_metadata = '{\"source\": \"dashboard\"}'",
			},
			{ type: "UNJAIL", at: "2026-10-23T12:00Z", member: "5000014", more: `${closed} '0'` },
			{ type: "UNBAN", at: "2026-11-19T12:00Z", member: "5000011", more: `${closed} '0'` },
			{ type: "WARN", at: "2026-10-22T12:00Z", member: "5000015", more: "is_deleted = true" },
			{ type: "BAN", at: "2026-08-01T12:00Z", member: "5000016" },
		];
		for (const row of rows) await openCase(row);
		await write(
			`INSERT INTO case_appeals (guild_id, case_id, user_id, content, status, decided_at)
			SELECT guild_id, case_id, case_user_id, 'c', 'accepted', now() FROM cases
			WHERE guild_id = $1 AND case_type = 'BAN' AND case_user_id = 5000011`,
		);
	});

	test("counts what stands, by type and by week", async () => {
		const { cases, types, open } = await reading(readModeration);
		expect(cases.value).toBe(8);
		expect(Object.fromEntries(types.map(({ key, course }) => [key, course.value]))).toEqual({
			...{ WARN: 1, TIMEOUT: 2, UNTIMEOUT: 1, BAN: 1, KICK: 1, JAIL: 1, UNJAIL: 1 },
		});
		expect(cases.series).toEqual([3, 2, 0, 3, 0, 0, 0]);
		expect(open.series).toEqual([1, 2, 2, 3, 3, 3, 3]);
	});

	test("tells what was voided, and what was lifted before its time, even after the period", async () => {
		const { reversals, moderators } = await reading(readModeration);
		expect(reversals).toEqual({ voided: 1, lifted: 2 });
		const of = (id: string | undefined) => moderators.find(({ person }) => person.id === id);
		expect(of(ada)).toMatchObject({ cases: 5, voided: 1, lifted: 1, automatic: 0 });
		expect(of(ben)).toMatchObject({ cases: 2, voided: 0, lifted: 1, types: { UNTIMEOUT: 1, BAN: 1 } });
		expect(of(bot)).toMatchObject({ cases: 1, automatic: 1 });
	});

	test("takes the time of cases that last and have ended", async () => {
		const { times } = await reading(readModeration);
		expect(times).toEqual({ median: 3 * 3600, p90: 24 * 3600, ended: 3 });
	});

	test("knows who came up more than once, without what was lifted or voided", async () => {
		const { repeat, repeaters, sources } = await reading(readModeration);
		expect(repeat).toEqual({ members: 5, repeated: 1 });
		expect(repeaters.map(({ person, cases }) => [person.id, cases])).toEqual([["5000010", 2]]);
		expect(Object.fromEntries(sources.map(({ source, cases }) => [source, cases]))).toEqual({
			...{ command: 6, dashboard: 1, discord: 0, automatic: 1 },
		});
	});

	test("tells of appeals against the cases that are asked for", async () => {
		const appealed = async (narrowed: { moderator?: string; type?: string }) =>
			(await reading((scope, period) => readModeration(scope, { ...period, ...narrowed }))).appeals?.accepted;
		expect(await appealed({})).toBe(1);
		expect([await appealed({ moderator: ben }), await appealed({ moderator: ada })]).toEqual([1, 0]);
		expect([await appealed({ type: "BAN" }), await appealed({ type: "WARN" })]).toEqual([1, 0]);
	});

	test("tells of appeals only who may read them", async () => {
		const { appeals, moderators } = await reading(readModeration);
		expect(appeals).toEqual({ pending: 0, accepted: 1, denied: 0, withdrawn: 0 });
		expect(moderators.find(({ person }) => person.id === ben)?.appeals?.accepted).toBe(1);
		const seen = await reading(readModeration, 2);
		expect([seen.appeals, seen.moderators[0]?.appeals]).toEqual([null, null]);
		expect(seen.reversals).toEqual({ voided: 1, lifted: 2 });
	});

	test("the report and Explore give the same figures of a week", async () => {
		const days = { from: "2026-10-05", to: "2026-10-11" };
		await write(
			`WITH told AS (
				INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status)
				SELECT $1, 6000001, 5000009, 'p', '[]', 'forwarded' FROM generate_series(1, 3) RETURNING id, server_id)
			INSERT INTO forwarded_tickets (conversation_id, server_id, forwarded_at, status, resolved_at)
			SELECT t.id, t.server_id, '2026-10-06 12:00Z',
				CASE WHEN row_number() OVER () = 1 THEN 'resolved' ELSE 'pending' END, '2026-10-07 12:00Z' FROM told t`,
		);
		const { cases, types, reversals } = await reading(readModeration, 5, days);
		const report = await reading((scope) => readReport(scope, { week: "2026-W41" }));
		const counted = (measure: "cases" | "casesVoided") =>
			reading((scope) => readExplore(scope, { measure, dimension: "time", ...days }));
		expect([cases.value, reversals.voided]).toEqual([2, 1]);
		expect(report.cases?.opened).toEqual({ value: cases.value, previous: cases.previous });
		expect(report.cases?.types.filter(({ value }) => value > 0)).toHaveLength(types.length);
		expect((await counted("cases")).total.value).toBe(cases.value);
		expect((await counted("casesVoided")).total.value).toBe(reversals.voided);
		const { opened, resolved } = await reading(readSupport, 5, days);
		expect([opened.value, resolved.value]).toEqual([3, 1]);
		expect(report.tickets).toMatchObject({ opened: { value: 3 }, resolved: { value: 1 } });
	});
});
