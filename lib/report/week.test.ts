import { describe, expect, it } from "vitest";
import { lastFinishedWeek, weekAfter, weekNamed, weekOfDay } from "./week";

const msPerDay = 86_400_000;
/** Days before and after the turn of a year: the weeks whose year is not theirs, and those beside them. */
const around = Array.from({ length: 28 }, (_, index) => index - 14);

describe("a week", () => {
	it("has the number of its Thursday's year, where thirty years meet", () => {
		const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
		const turns = Array.from({ length: 30 }, (_, index) => Date.UTC(2011 + index, 0, 1));
		for (const time of turns.flatMap((turn) => around.map((days) => turn + days * msPerDay))) {
			const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * msPerDay;
			const thursday = new Date(monday + 3 * msPerDay);
			const year = thursday.getUTCFullYear();
			const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * msPerDay)) + 1;
			const name = `${year}-W${String(number).padStart(2, "0")}`;
			const week = { name, firstDay: dayOf(monday), lastDay: dayOf(monday + 6 * msPerDay) };
			expect(weekOfDay(dayOf(time))).toEqual(week);
			expect(weekNamed(name)).toEqual(week);
		}
	});

	it("that does not exist is none", () => {
		for (const name of ["2026-W54", "2025-W53", "2026-W00", "2026-46", "", "2026-W1"])
			expect(weekNamed(name), name).toBeUndefined();
		expect(weekNamed("2026-W53")).toEqual({
			name: "2026-W53",
			firstDay: "2026-12-28",
			lastDay: "2027-01-03",
		});
	});

	it("is followed by the next, over the end of a year too", () => {
		const last = weekOfDay("2026-12-31");
		expect(weekAfter(last).name).toBe("2027-W01");
		expect(weekAfter(weekAfter(last), -1)).toEqual(last);
	});

	it.each([
		["Europe/Berlin", "2026-11-15T23:30:00Z", "2026-W45"],
		["Europe/Berlin", "2026-11-16T00:00:00Z", "2026-W46"],
		["UTC", "2026-11-15T23:30:00Z", "2026-W45"],
		["Pacific/Auckland", "2026-11-15T23:59:00Z", "2026-W45"],
		["Pacific/Auckland", "2026-11-16T00:00:00Z", "2026-W46"],
		["America/Los_Angeles", "2026-11-16T07:59:00Z", "2026-W45"],
		["America/Los_Angeles", "2026-11-16T08:00:00Z", "2026-W46"],
	])(
		"is over when its Sunday has ended on the server's clocks and in UTC: %s at %s",
		(zone, instant, name) => {
			expect(lastFinishedWeek(zone, new Date(instant)).name).toBe(name);
		},
	);
});
