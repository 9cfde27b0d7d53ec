import { getISOWeek, getISOWeekYear } from "date-fns";
import { describe, expect, it } from "vitest";
import { lastFinishedWeek, weekAfter, weekNamed, weekOfDay } from "./week";

describe("a week", () => {
	it("has the number that date-fns gives it, for every day of thirty years", () => {
		for (let time = Date.UTC(2010, 0, 1); time < Date.UTC(2040, 0, 1); time += 86_400_000) {
			const day = new Date(time).toISOString().slice(0, 10);
			const local = new Date(`${day}T12:00`);
			const name = `${getISOWeekYear(local)}-W${String(getISOWeek(local)).padStart(2, "0")}`;
			const week = weekOfDay(day);
			expect(week.name).toBe(name);
			expect(week.firstDay <= day && day <= week.lastDay).toBe(true);
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

	it("is over when its Sunday has ended on the server's clocks", () => {
		const instant = new Date("2026-11-15T23:30:00Z");
		expect(lastFinishedWeek("Europe/Berlin", instant).name).toBe("2026-W46");
		expect(lastFinishedWeek("UTC", instant).name).toBe("2026-W45");
		expect(lastFinishedWeek("Pacific/Auckland", new Date("2026-11-15T11:30:00Z")).name).toBe("2026-W46");
	});
});
