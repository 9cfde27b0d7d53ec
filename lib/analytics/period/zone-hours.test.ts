import { TZDate } from "@date-fns/tz";
import { describe, expect, test } from "vitest";
import { clockStretches, zoneHours } from "./zone-hours";

const msPerHour = 3_600_000;
const year = { from: "2025-11-21T23:00:00.000Z", to: "2026-11-21T23:00:00.000Z" };

describe("the hours of a zone", () => {
	test.each([
		"UTC",
		"Europe/Berlin",
		"America/Havana",
		"America/St_Johns",
		"Asia/Kolkata",
		"Africa/Casablanca",
		"Australia/Lord_Howe",
	])("in %s are those of UTC, moved by what its clocks are ahead then", (timeZone) => {
		const { since, ahead } = zoneHours(timeZone, year);
		for (let hour = Date.parse(year.from); hour < Date.parse(year.to); hour += msPerHour) {
			const stretch = since.findLastIndex((first) => Date.parse(first) <= hour);
			const moved = new Date(hour + (ahead[stretch] ?? Number.NaN) * msPerHour).getUTCHours();
			expect(moved, new Date(hour).toISOString()).toBe(new TZDate(hour, timeZone).getHours());
		}
	});

	test("change when its clocks do, and not otherwise", () => {
		expect(zoneHours("Europe/Berlin", year)).toEqual({
			since: [year.from, "2026-03-29T01:00:00.000Z", "2026-10-25T01:00:00.000Z"],
			ahead: [1, 2, 1],
		});
		expect(zoneHours("Asia/Kolkata", year)).toEqual({ since: [year.from], ahead: [5] });
	});

	test("of a short stretch are one or two", () => {
		const day = { from: "2026-10-24T22:00:00.000Z", to: "2026-10-25T23:00:00.000Z" };
		expect(zoneHours("Europe/Berlin", day)).toEqual({
			since: [day.from, "2026-10-25T01:00:00.000Z"],
			ahead: [2, 1],
		});
	});
});

test("stretches of a clock follow each other, each with a Monday's midnight on it", () => {
	expect(clockStretches("Europe/Berlin", year)).toEqual([
		{ from: year.from, to: "2026-03-29T01:00:00.000Z", monday: "1970-01-04T23:00:00.000Z" },
		{
			from: "2026-03-29T01:00:00.000Z",
			to: "2026-10-25T01:00:00.000Z",
			monday: "1970-01-04T22:00:00.000Z",
		},
		{ from: "2026-10-25T01:00:00.000Z", to: year.to, monday: "1970-01-04T23:00:00.000Z" },
	]);
});
