import { describe, expect, test } from "vitest";
import { dayList } from "@/lib/overview/days";
import { monthsAndEdges } from "./month-edges";
import { type Dates, daysIn, monthAfter } from "./pieces";

const daysOf = (dates: Dates): string[] => dayList(dates.first, daysIn(dates));

/** How often each day is counted: days of months and of edges that are added, less those taken away. */
function counted(period: Dates): Map<string, number> {
	const { months, edges } = monthsAndEdges(period);
	const days = new Map<string, number>();
	const count = (day: string, sign: number) => days.set(day, (days.get(day) ?? 0) + sign);
	for (let month = months.first; month <= months.last; month = monthAfter(month))
		for (const day of daysOf({ first: month, last: `${month.slice(0, 7)}-31` }))
			if (day < monthAfter(month)) count(day, 1);
	for (const edge of edges) for (const day of daysOf(edge)) count(day, edge.sign);
	return new Map([...days].filter(([, times]) => times !== 0));
}

describe("a period in months and edges", () => {
	const every = (step: number, days: string[]) => days.filter((_, index) => index % step === 0);
	const firsts = every(4, dayList("2027-11-20", 110));

	test("counts each of its days once, whatever its length", () => {
		for (const first of firsts) {
			for (const last of every(5, dayList(first, 100))) {
				const period = { first, last };
				expect(counted(period)).toEqual(new Map(daysOf(period).map((day) => [day, 1])));
			}
		}
	});

	test("has no more than half a month at an edge", () => {
		for (const first of firsts)
			for (const last of every(3, dayList(first, 120).slice(31)))
				for (const edge of monthsAndEdges({ first, last }).edges) expect(daysIn(edge)).toBeLessThan(16);
	});

	test("without a day has none", () => {
		expect(counted({ first: "2026-02-02", last: "2026-02-01" })).toEqual(new Map());
	});

	test("takes the rest of a month away of which most is inside", () => {
		expect(monthsAndEdges({ first: "2025-11-22", last: "2026-11-21" })).toEqual({
			months: { first: "2025-12-01", last: "2026-11-01" },
			edges: [
				{ first: "2025-11-22", last: "2025-11-30", sign: 1 },
				{ first: "2026-11-22", last: "2026-11-30", sign: -1 },
			],
		});
	});
});
