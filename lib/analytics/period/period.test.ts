import { describe, expect, it } from "vitest";
import type { PeriodQuery } from "@/lib/analytics/schema";
import { faultOf, parsePeriod } from "./period";

const now = new Date("2026-11-21T10:20:00Z");
const known = { timeZone: "Europe/Berlin", recordedSince: "2025-10-21T07:00:00Z" };
const asked = (search: PeriodQuery, more: Partial<typeof known> = {}) =>
	parsePeriod(search, { ...known, ...more }, now);

describe("the period of analytics", () => {
	it("is thirty days in days, against the thirty before, when nothing is asked", () => {
		const { current, comparison, ...period } = asked({});
		expect(period).toEqual({
			timeZone: "Europe/Berlin",
			range: "30d",
			granularity: "day",
			offered: ["day", "week"],
			compare: "previous",
			underWay: true,
		});
		expect(current).toMatchObject({
			firstDay: "2026-10-23",
			lastDay: "2026-11-21",
			from: "2026-10-22T22:00:00.000Z",
		});
		expect(current.edges).toHaveLength(31);
		expect(new Set(current.days).size).toBe(31);
		expect(current.days.at(-1)).toBe("2026-11-22");
		expect(comparison).toMatchObject({ firstDay: "2026-09-23", lastDay: "2026-10-22", to: current.from });
	});

	it("is the last 24 hours, the one under way among them, by the hour", () => {
		const { current, comparison, granularity } = asked({ range: "24h" });
		expect(granularity).toBe("hour");
		expect(current).toMatchObject({ from: "2026-11-20T11:00:00.000Z", to: "2026-11-21T11:00:00.000Z" });
		expect(current.edges).toHaveLength(25);
		expect(current.days).toEqual(["2026-11-20", "2026-11-21", "2026-11-22"]);
		expect(comparison).toMatchObject({ from: "2026-11-19T11:00:00.000Z", to: current.from });
		expect(comparison?.days).toEqual(["2026-11-18", "2026-11-19", "2026-11-20"]);
	});

	it("takes what is counted by days up to UTC's current day, west of it and where the period is under way", () => {
		const evening = new Date("2026-11-22T05:00:00Z");
		const west = (search: PeriodQuery) =>
			parsePeriod(
				search,
				{ timeZone: "America/Los_Angeles", recordedSince: "2020-01-01T00:00:00Z" },
				evening,
			);
		expect(west({ range: "24h" }).current.days).toEqual(["2026-11-21", "2026-11-22", "2026-11-23"]);
		expect(west({ range: "24h" }).comparison?.days).toEqual(["2026-11-19", "2026-11-20", "2026-11-21"]);
		const { current, comparison } = west({ from: "2026-11-20", to: "2026-11-21", by: "day" });
		expect(current).toMatchObject({ lastDay: "2026-11-22", to: "2026-11-22T08:00:00.000Z" });
		expect(current.days).toEqual(["2026-11-20", "2026-11-21", "2026-11-23"]);
		expect(comparison?.days).toEqual(["2026-11-18", "2026-11-19", "2026-11-20"]);
		const today = west({ from: "2026-11-21", to: "2026-11-21", by: "hour" });
		expect([today.current.days, today.comparison?.days]).toEqual([
			["2026-11-21", "2026-11-23"],
			["2026-11-20", "2026-11-21"],
		]);
		expect(west({ from: "2026-11-19", to: "2026-11-20" }).current.lastDay).toBe("2026-11-20");
	});

	it.each<[PeriodQuery, string]>([
		[{}, "2026-11-21T10:20:00Z"],
		[{ range: "24h" }, "2026-11-21T10:20:00Z"],
		[{ range: "24h", compare: "year" }, "2026-11-21T10:20:00Z"],
		[{ range: "24h" }, "2026-11-21T22:20:00Z"],
		[{ range: "24h" }, "2026-03-30T21:20:00Z"],
		[{ range: "24h" }, "2026-10-25T22:20:00Z"],
		[{ range: "1y", by: "month" }, "2026-11-21T10:20:00Z"],
		[{ range: "90d", by: "week", compare: "year" }, "2026-11-21T10:20:00Z"],
		[{ from: "2026-03-30", to: "2026-03-30", by: "hour" }, "2026-11-21T10:20:00Z"],
		[{ from: "2026-10-25", to: "2026-10-27", by: "hour" }, "2026-11-21T10:20:00Z"],
		[{ from: "2026-10-25", to: "2026-10-25", by: "hour", compare: "year" }, "2026-11-21T10:20:00Z"],
		[{ from: "2026-01-15", to: "2026-03-31", by: "month" }, "2026-11-21T10:20:00Z"],
	])("counts the days from the first to the last, and as many before: %o at %s", (search, time) => {
		const recorded = { ...known, recordedSince: "2020-01-01T00:00:00Z" };
		const { current, comparison } = parsePeriod(search, recorded, new Date(time));
		for (const { firstDay, lastDay, days } of [current, comparison ?? current]) {
			expect(firstDay).toBe(days[0]);
			expect(Date.parse(lastDay) + 86_400_000).toBe(Date.parse(days.at(-1) ?? ""));
		}
		expect(comparison?.days).toHaveLength(current.days.length);
		expect((comparison?.lastDay ?? "") < current.firstDay).toBe(true);
	});

	it("has 25 hours on the day on which the clocks go back, and 23 where they go forward", () => {
		const back = asked({ from: "2026-10-25", to: "2026-10-25", by: "hour" });
		expect(back.current.edges).toHaveLength(26);
		const forward = asked({ from: "2026-03-29", to: "2026-03-29", by: "hour" });
		expect(forward.current.edges).toHaveLength(24);
	});

	it("takes hours to the day on which they begin, where a zone is half an hour off", () => {
		const { current } = asked({ from: "2026-11-02", to: "2026-11-02" }, { timeZone: "Asia/Kolkata" });
		expect(current).toMatchObject({
			from: "2026-11-01T19:00:00.000Z",
			to: "2026-11-02T19:00:00.000Z",
			firstDay: "2026-11-02",
			lastDay: "2026-11-02",
			days: ["2026-11-02", "2026-11-03"],
		});
	});

	it("begins a named period with a whole week or month", () => {
		const year = asked({ range: "1y" });
		expect(year.granularity).toBe("week");
		expect(new Date(year.current.firstDay).getUTCDay()).toBe(1);
		const months = asked({ range: "1y", by: "month" });
		expect(months.current.firstDay).toBe("2025-11-01");
		expect(months.current.edges).toHaveLength(14);
		expect(months.current.lastDay).toBe("2026-11-21");
	});

	it("sets months against as many months", () => {
		const { current, comparison } = asked(
			{ from: "2026-06-01", to: "2026-08-31", by: "month" },
			{ recordedSince: "2020-01-01T00:00:00Z" },
		);
		expect(current.days).toEqual(["2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01"]);
		expect(comparison?.days).toEqual(["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]);
	});

	it("sets a period against the same dates a year before", () => {
		const { current, comparison } = asked({ compare: "year" });
		expect(comparison).toMatchObject({ firstDay: "2025-10-23", lastDay: "2025-11-21" });
		expect(comparison?.edges).toHaveLength(current.edges.length);
	});

	it.each<[PeriodQuery, string[]]>([
		[
			{ from: "2024-02-27", to: "2024-03-01", by: "day" },
			["2023-02-27", "2023-02-28", "2023-03-01", "2023-03-01", "2023-03-02"],
		],
		[{ from: "2024-02-27", to: "2024-02-28", by: "day" }, ["2023-02-27", "2023-02-28", "2023-03-01"]],
		[{ from: "2024-02-29", to: "2024-03-01", by: "day" }, ["2023-03-01", "2023-03-01", "2023-03-02"]],
		[
			{ from: "2016-02-22", to: "2016-03-13", by: "week" },
			["2015-02-22", "2015-03-01", "2015-03-07", "2015-03-14"],
		],
		[{ from: "2025-02-28", to: "2025-03-01", by: "day" }, ["2024-02-28", "2024-03-01", "2024-03-02"]],
	])("has no date beside 29 February a year before: %o", (search, days) => {
		const recorded = { recordedSince: "2015-01-01T00:00:00Z" };
		const { comparison } = asked({ ...search, compare: "year" }, recorded);
		expect(comparison).toMatchObject({ days, firstDay: days[0] });
		expect(Date.parse(comparison?.lastDay ?? "") + 86_400_000).toBe(Date.parse(days.at(-1) ?? ""));
	});

	it("compares with nothing where not all was recorded, where it is not wanted, and all time with nothing", () => {
		expect(asked({ compare: "year" }, { recordedSince: "2026-01-01T00:00:00Z" }).comparison).toBeNull();
		expect(asked({ range: "1y" }).comparison).toBeNull();
		expect(asked({ compare: "none" }).comparison).toBeNull();
		expect(asked({ range: "all" })).toMatchObject({ compare: "none", comparison: null });
	});

	it("goes back to the first thing recorded for all time", () => {
		const { current, granularity } = asked({ range: "all", by: "day" });
		expect(granularity).toBe("day");
		expect(current.firstDay).toBe("2025-10-21");
		expect(asked({ range: "all" }, { recordedSince: "2015-06-01T00:00:00Z" }).current.firstDay).toBe(
			"2015-06-01",
		);
		expect(asked({ range: "all" }, { recordedSince: "2009-01-01T00:00:00Z" }).current.firstDay).toBe(
			"2015-01-01",
		);
	});

	it.each<PeriodQuery>([
		{ by: "hour" },
		{ from: "2026-03-02", to: "2026-03-01" },
		{ from: "2026-03-02" },
		{ from: "1970-01-01", to: "1971-03-01" },
	])("is the usual one for %o", (search) => {
		expect(asked(search)).toMatchObject({ range: "30d", granularity: "day" });
	});

	it("cuts off what lies before Discord's beginning or more than a year ahead", () => {
		expect(asked({ from: "2015-06-01", to: "2026-11-21" }).current.firstDay).toBe("2015-06-01");
		const { range, granularity, current } = asked({ from: "1970-01-01", to: "2090-01-01" });
		expect({ range, granularity }).toEqual({ range: null, granularity: "month" });
		expect([current.firstDay, current.lastDay]).toEqual(["2015-01-01", "2027-11-21"]);
	});

	it.each<[PeriodQuery, string | null]>([
		[{}, null],
		[{ from: "2015-06-01", to: "2026-11-21" }, null],
		[{ to: "2026-11-21" }, "half"],
		[{ from: "2026-03-02", to: "2026-03-01" }, "order"],
		[{ from: "2014-12-31", to: "2026-03-01" }, "bounds"],
		[{ from: "2026-03-01", to: "2028-03-01" }, "bounds"],
	])("finds what is wrong with %o", (search, fault) => {
		expect(faultOf(search, now)).toBe(fault);
	});

	it("never has edges out of order", () => {
		for (const compare of ["previous", "year"] as const) {
			const { comparison } = asked(
				{ from: "2024-02-01", to: "2024-03-31", by: "day", compare },
				{ recordedSince: "2020-01-01T00:00:00Z" },
			);
			const edges = comparison?.edges ?? [];
			expect(edges.every((edge, index) => edge >= (edges[index - 1] ?? ""))).toBe(true);
			expect(edges).toHaveLength(61);
		}
	});
});
