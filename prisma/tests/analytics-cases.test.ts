import { beforeAll, describe, expect, test } from "vitest";
import { readModeration } from "@/lib/analytics/moderation/data";
import type { Moderation, ModerationQuery } from "@/lib/analytics/moderation/schema";
import type { PeriodQuery } from "@/lib/analytics/schema";
import { readOverview } from "@/lib/overview/data";
import { analyticsScene, bot, counted, reading, serverId, write } from "./analytics-scene";
import { caseRecount, type RecountedCases } from "./case-recount";
import { caseSteps } from "./case-steps";
import { seeded } from "./rollup-steps";

const STEPS = 240;

analyticsScene();

beforeAll(async () => {
	const random = seeded(77);
	const pick = (count: number) => Math.floor(random() * count);
	const steps = caseSteps(bot(), [serverId()]);
	for (let step = 0; step < STEPS; step++) await steps[pick(steps.length)]?.(pick);
	// So that periods are compared with what was before them.
	await write(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at)
		VALUES ($1, 'WARN', 'r', 5000003, 5000009, '2024-06-01 12:00Z')`,
	);
});

async function recounted(edges: readonly string[], fits?: string): Promise<RecountedCases> {
	const [row] = await counted<RecountedCases>(`SELECT * FROM (${caseRecount("$1", edges, fits)}) r`);
	if (!row) throw new Error("a count without a row");
	return row;
}

/** The figures of the tab in the shape of the recount. */
function shown(tab: Moderation): RecountedCases {
	const types = tab.types
		.flatMap(({ key, course }) => course.series.map((cases, index) => ({ key, point: index + 1, cases })))
		.filter(({ cases }) => cases > 0)
		.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.point - other.point));
	const points = tab.timesByPoint.map((times, index) => ({ point: index + 1, ...times }));
	return {
		types,
		times: [{ point: null, ...tab.times }, ...points.filter(({ ended }) => ended > 0)],
		reversals: tab.reversals,
		sources: Object.fromEntries(
			tab.sources.filter(({ cases }) => cases > 0).map(({ source, cases }) => [source, cases]),
		),
		moderators: tab.moderators.map(({ person, cases, voided, lifted, automatic }) => ({
			...{ moderator: Number(person.id), cases, voided, lifted, automatic },
		})),
		repeat: tab.repeat,
		repeaters: tab.repeaters.map(({ person, cases }) => ({ member: Number(person.id), cases })),
		open: tab.open.series,
	};
}

const periods: [string, PeriodQuery][] = [
	["weeks", { from: "2026-10-01", to: "2026-11-14", by: "week" }],
	["days across a change of the clocks", { from: "2026-10-20", to: "2026-11-12", by: "day" }],
	["hours", { from: "2026-10-31", to: "2026-11-02", by: "hour" }],
	["months", { from: "2026-07-15", to: "2026-11-21", by: "month" }],
	["thirty days that are not over", { range: "30d", compare: "year" }],
	["everything", { range: "all" }],
];

type Narrowing = Pick<ModerationQuery, "moderator" | "type">;

const ofType = "coalesce(c.case_type, 'custom:' || c.custom_case_type_id)";
const ownType = "'custom:' || (SELECT min(t.id) FROM custom_case_types t WHERE t.guild_id = $1)";

/** What the figures are narrowed to, with the same as a condition on a case; the type `own` is the server's first. */
const narrowings: [string, Narrowing, string][] = [
	["everything", {}, "true"],
	["a moderator", { moderator: "5000002" }, "c.case_moderator_id = 5000002"],
	["a bot", { moderator: "5000003" }, "c.case_moderator_id = 5000003"],
	["a type", { type: "TIMEOUT" }, `${ofType} = 'TIMEOUT'`],
	["a lifting", { type: "UNBAN" }, `${ofType} = 'UNBAN'`],
	["a type of the server's own", { type: "own" }, `${ofType} = ${ownType}`],
	[
		"a moderator's cases of a type",
		{ moderator: "5000004", type: "BAN" },
		`c.case_moderator_id = 5000004 AND ${ofType} = 'BAN'`,
	],
	["nobody", { moderator: "5000039" }, "c.case_moderator_id = 5000039"],
];

async function narrowedTab(asked: PeriodQuery, narrowing: Narrowing): Promise<Moderation> {
	const [own] = await counted<{ key: string }>(`SELECT ${ownType} AS key`);
	const narrowed = narrowing.type === "own" && own ? { type: own.key } : narrowing;
	return reading((scope, period) => readModeration(scope, { ...period, ...narrowed }), 5, asked);
}

describe.each(narrowings)(
	"of %s, after random inserts, edits, soft deletes and deletes",
	(_, narrowing, fits) => {
		test.each(periods)("every figure by %s equals a recount", async (_, asked) => {
			const tab = await narrowedTab(asked, narrowing);
			const { current, comparison } = tab.period;
			expect(shown(tab)).toEqual(await recounted(current.edges, fits));
			if (comparison === null) return;
			const before = await recounted(comparison.edges, fits);
			expect(tab.previousReversals).toEqual(before.reversals);
			expect(tab.previousRepeat).toEqual(before.repeat);
			expect(tab.open.previousSeries).toEqual(before.open);
			expect({ point: null, ...tab.previousTimes }).toEqual(before.times[0]);
			expect(tab.cases.previous).toBe(before.types.reduce((sum, { cases }) => sum + cases, 0));
			expect(tab.sources.map(({ previous }) => previous)).toEqual(
				tab.sources.map(({ source }) => before.sources[source] ?? 0),
			);
		});
	},
);

describe("these cases", () => {
	test("there is something of everything", async () => {
		const tab = await reading(readModeration, 5, { range: "1y" });
		expect(tab.reversals.lifted).toBeGreaterThan(0);
		expect(tab.reversals.voided).toBeGreaterThan(0);
		expect(tab.types.some(({ key }) => key.startsWith("custom:"))).toBe(true);
		expect(tab.sources.every(({ cases }) => cases > 0)).toBe(true);
		expect(tab.times.ended).toBeGreaterThan(10);
		expect(Math.max(...tab.open.series)).toBeGreaterThan(10);
		expect(tab.previousRepeat).not.toBeNull();
	});

	test.each(narrowings.slice(1, -1))("there are some of %s", async (_, narrowing) => {
		expect((await narrowedTab({ range: "all" }, narrowing)).cases.value).toBeGreaterThan(0);
	});

	test("the overview counts the same open cases", async () => {
		const days = { from: "2026-10-20", to: "2026-11-12" };
		const tab = await reading(readModeration, 5, { ...days, by: "day" });
		const overview = await reading((scope) => readOverview(scope, days));
		expect(overview.openCases).toEqual(tab.open);
	});
});
