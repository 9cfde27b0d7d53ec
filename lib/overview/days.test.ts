import { describe, expect, it } from "vitest";
import { parseRange } from "@/lib/range";
import { dayList, pointEdges, standing, summed } from "./days";

/** 1 to 3 March and, before it, 26 to 28 February. */
const range = parseRange({ from: "2026-03-01", to: "2026-03-03" }, "Europe/Berlin");

describe("days", () => {
	it("follow each other over the ends of months and summer time", () => {
		expect(dayList("2026-02-27", 3)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
		expect(dayList("2026-03-28", 3)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
	});
});

describe("what is counted per day", () => {
	it("is added up for the period and the one before, with a zero for days without a row", () => {
		const rows = [
			{ day: "2026-02-25", messages: 100 },
			{ day: "2026-02-28", messages: 4 },
			{ day: "2026-03-01", messages: 2 },
			{ day: "2026-03-03", messages: 3 },
			{ day: "2026-03-04", messages: 100 },
		];
		expect(summed(range, rows, "messages")).toEqual({
			value: 5,
			previous: 4,
			series: [2, 0, 3],
			previousSeries: [0, 0, 4],
		});
	});
});

describe("what stands at the end of a day", () => {
	it("starts from everything before the two periods", () => {
		const changes = [
			{ day: "2026-02-25", change: 10 },
			{ day: "2026-02-27", change: 2 },
			{ day: "2026-03-01", change: -3 },
		];
		expect(standing(range, changes)).toEqual({
			value: 9,
			previous: 12,
			series: [9, 9, 9],
			previousSeries: [10, 12, 12],
		});
	});

	it("is nothing where nothing ever came", () => {
		expect(standing(range, []).series).toEqual([0, 0, 0]);
	});
});

describe("the points of a small course", () => {
	const edges = (days: number) => pointEdges({ firstDay: "2025-11-22", days });

	it("are days until there is no room for every day, and then some days each", () => {
		expect(edges(3)).toEqual(["2025-11-22", "2025-11-23", "2025-11-24", "2025-11-25"]);
		expect([45, 46, 90].map((days) => edges(days).length - 1)).toEqual([45, 23, 45]);
		expect(edges(46).slice(-2)).toEqual(["2026-01-05", "2026-01-07"]);
	});

	it("are weeks from Monday on in a long period, as many each as leave room", () => {
		const year = edges(365);
		expect([year[0], ...year.slice(-2)]).toEqual(["2025-11-22", "2026-11-09", "2026-11-22"]);
		expect(year.length - 1).toBe(27);
		for (const days of [280, 365, 1000, 3660]) {
			const points = edges(days);
			expect(points.length - 1).toBeLessThanOrEqual(45);
			expect(points.slice(1, -1).every((day) => new Date(day).getUTCDay() === 1)).toBe(true);
		}
	});
});
