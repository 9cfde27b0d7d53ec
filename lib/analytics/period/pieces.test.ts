import { describe, expect, test } from "vitest";
import { dayList } from "@/lib/overview/days";
import { type Dates, monthPieces, wholeDays } from "./pieces";

const daysOf = ({ first, last }: Dates): string[] =>
	first > last ? [] : dayList(first, (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);

describe("a period in months and edges", () => {
	const periods = [
		{ first: "2026-10-23", last: "2026-11-21" },
		{ first: "2025-11-22", last: "2026-11-21" },
		{ first: "2026-01-01", last: "2026-12-31" },
		{ first: "2024-02-01", last: "2024-02-29" },
		{ first: "2026-02-15", last: "2026-02-15" },
		{ first: "2025-12-31", last: "2026-02-01" },
		{ first: "2026-03-01", last: "2026-04-29" },
	];

	test.each(periods)("$first to $last is covered once", (period) => {
		const { whole, head, tail } = monthPieces(period);
		const inside = daysOf(period).filter(
			(day) => day.slice(0, 7) >= whole.first.slice(0, 7) && day.slice(0, 7) <= whole.last.slice(0, 7),
		);
		expect([...daysOf(head), ...inside, ...daysOf(tail)]).toEqual(daysOf(period));
	});

	test("has no piece where it has no day", () => {
		const { whole, touched, head, tail } = monthPieces(
			wholeDays("2026-11-01T12:00:00.000Z", "2026-11-02T12:00:00.000Z"),
		);
		expect([whole, head, tail].flatMap(daysOf)).toEqual([]);
		expect(touched.count).toBe(0);
	});

	test("names the months that it touches", () => {
		expect(monthPieces({ first: "2025-11-22", last: "2026-11-21" })).toEqual({
			whole: { first: "2025-12-01", last: "2026-10-01" },
			touched: { first: "2025-11-01", last: "2026-11-01", count: 13 },
			head: { first: "2025-11-22", last: "2025-11-30" },
			tail: { first: "2026-11-01", last: "2026-11-21" },
		});
	});
});

describe("whole days of UTC", () => {
	test("are all days where the zone is UTC", () => {
		expect(wholeDays("2026-11-01T00:00:00.000Z", "2026-11-03T00:00:00.000Z")).toEqual({
			first: "2026-11-01",
			last: "2026-11-02",
		});
	});

	test("leave out the days at the edges elsewhere", () => {
		expect(wholeDays("2026-10-31T23:00:00.000Z", "2026-11-03T23:00:00.000Z")).toEqual({
			first: "2026-11-01",
			last: "2026-11-02",
		});
	});

	test("are none in a single day of another zone", () => {
		expect(daysOf(wholeDays("2026-10-31T23:00:00.000Z", "2026-11-01T23:00:00.000Z"))).toEqual([]);
	});
});
