import { describe, expect, it } from "vitest";
import { parsePeriod } from "@/lib/analytics/period/period";
import type { PeriodQuery } from "@/lib/analytics/schema";
import { healthWeeks, mondaysOf } from "./weeks";

/** A Saturday. */
const now = new Date("2026-11-21T10:00:00Z");
const weeksOf = (asked: PeriodQuery) =>
	healthWeeks(parsePeriod(asked, { timeZone: "UTC", recordedSince: "2024-01-01T00:00:00Z" }, now), now);

describe("the weeks of a period", () => {
	it("are those that ended in it, not the one under way", () => {
		expect(weeksOf({ range: "30d" }).current).toEqual({ monday: "2026-10-19", count: 4 });
		expect(weeksOf({ from: "2026-11-08", to: "2026-11-15" }).current).toEqual({
			monday: "2026-11-02",
			count: 2,
		});
	});

	it("are the last one that had ended, where none did in the period", () => {
		expect(weeksOf({ range: "24h" }).current).toEqual({ monday: "2026-11-09", count: 1 });
		expect(weeksOf({ from: "2026-11-10", to: "2026-11-12" }).current).toEqual({
			monday: "2026-11-02",
			count: 1,
		});
	});

	it("are set against as many right before, or the same a year ago", () => {
		expect(weeksOf({ range: "30d" }).comparison).toEqual({ monday: "2026-09-21", count: 4 });
		expect(weeksOf({ range: "30d", compare: "year" }).comparison).toEqual({ monday: "2025-10-20", count: 4 });
		expect(weeksOf({ range: "30d", compare: "none" }).comparison).toBeNull();
	});

	it("are drawn with some before, where they are few", () => {
		const { course } = weeksOf({ range: "7d" });
		expect(course.count).toBe(12);
		expect(mondaysOf(course).at(-1)).toBe("2026-11-09");
		expect(weeksOf({ range: "1y" }).course).toEqual(weeksOf({ range: "1y" }).current);
	});
});
