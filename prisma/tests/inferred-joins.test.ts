import { beforeAll, describe, expect, test } from "vitest";
import { readGrowth } from "@/lib/analytics/growth/data";
import { readHealth } from "@/lib/analytics/health/data";
import { readReport } from "@/lib/report/data";
import { analyticsScene, counted, reading, write } from "./analytics-scene";

analyticsScene();

beforeAll(() =>
	write(
		`UPDATE discord_guild_members SET joined_inferred = true,
			left_at = CASE WHEN user_id = 5000009 THEN joined_at + interval '1 hour' END
		WHERE guild_id = $1 AND user_id % 3 = 0 OR user_id = 5000003`,
	),
);

/** How many joins of these days of UTC, both included, no bot told of; `who` is a condition on their account. */
async function recounted(first: string, last: string, who = "true"): Promise<number> {
	const [row] = await counted<{ count: number }>(
		`SELECT count(*)::int AS count FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
		WHERE m.guild_id = $1 AND m.joined_inferred AND ${who}
			AND (m.joined_at AT TIME ZONE 'UTC')::date BETWEEN '${first}' AND '${last}'`,
	);
	expect(row?.count).toBeGreaterThan(0);
	return row?.count ?? 0;
}

describe("joins that are only known from an import are told of", () => {
	test.each([
		["everybody", undefined, "true"],
		["people", "people", "NOT u.bot"],
		["bots", "bots", "u.bot"],
	] as const)("in the growth of %s", async (_, kind, who) => {
		const growth = await reading((scope, asked) =>
			readGrowth(scope, { ...asked, ...(kind ? { kind } : {}) }),
		);
		expect(growth.inferredJoins).toBe(await recounted("2026-10-01", "2026-11-14", who));
		expect(growth.inferredJoins).toBeLessThanOrEqual(growth.joins.value);
	});

	test("in the growth of a single day, to its last moment", async () => {
		await write(
			`UPDATE discord_guild_members SET joined_inferred = true, joined_at = '2026-10-20 23:59:59.999Z'
			WHERE guild_id = $1 AND user_id = 5000006`,
		);
		const day = { from: "2026-10-20", to: "2026-10-20" } as const;
		const { inferredJoins } = await reading((scope) => readGrowth(scope, day));
		expect(inferredJoins).toBe(await recounted("2026-10-20", "2026-10-20"));
	});

	test("in a community's health, with the newcomers whose second week it counts", async () => {
		const { inferredJoins, mondays, weeks } = await reading(readHealth);
		expect([mondays.at(-weeks), weeks]).toEqual(["2026-09-28", 6]);
		expect(inferredJoins).toBe(await recounted("2026-09-14", "2026-11-08"));
	});

	test("in the weekly report", async () => {
		const { inferredJoins, joins } = await reading((scope) => readReport(scope, { week: "2026-W44" }));
		expect(inferredJoins).toBe(await recounted("2026-10-26", "2026-11-01"));
		expect(inferredJoins).toBeLessThanOrEqual(joins.value);
	});
});
