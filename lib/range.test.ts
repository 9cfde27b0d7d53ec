import { describe, expect, it } from "vitest";
import { isUnderWay, parseRange } from "./range";

const now = new Date("2026-11-21T10:00:00Z");

describe("the period of an address", () => {
	it("is thirty days up to and including today when nothing is asked", () => {
		const range = parseRange({}, "UTC", now);
		expect(range).toMatchObject({ preset: "30d", days: 30, firstDay: "2026-10-23", lastDay: "2026-11-21" });
		expect(range.to).toBe("2026-11-22T00:00:00.000Z");
		expect(range.previous).toMatchObject({ firstDay: "2026-09-23", lastDay: "2026-10-22", to: range.from });
	});

	it("begins and ends with days of the server's zone", () => {
		expect(parseRange({ range: "7d" }, "Asia/Tokyo", new Date("2026-11-21T16:00:00Z"))).toMatchObject({
			lastDay: "2026-11-22",
			to: "2026-11-22T15:00:00.000Z",
		});
	});

	it("keeps whole days across a change of the clocks", () => {
		const range = parseRange({ from: "2026-10-24", to: "2026-10-26" }, "Europe/Berlin", now);
		expect(range).toMatchObject({
			preset: null,
			days: 3,
			from: "2026-10-23T22:00:00.000Z",
			to: "2026-10-26T23:00:00.000Z",
			firstDay: "2026-10-24",
			lastDay: "2026-10-26",
		});
	});

	it.each([
		{ range: "12y" },
		{ from: "2026-02-30", to: "2026-03-01" },
		{ from: "2026-03-02", to: "2026-03-01" },
		{ from: "1970-01-01", to: "2026-03-01" },
		{ range: ["7d", "30d"] },
	])("is the default for %o", (search) => {
		expect(parseRange(search, "UTC", now).preset).toBe("30d");
	});
});

it("a period is under way until its last day is over in the server's zone", () => {
	const until = (to: string, zone: string) =>
		isUnderWay(parseRange({ from: "2026-11-01", to }, zone, now), now);
	expect(until("2026-11-21", "UTC")).toBe(true);
	expect(until("2026-11-20", "UTC")).toBe(false);
	expect(until("2026-11-20", "Pacific/Pago_Pago")).toBe(true);
});
