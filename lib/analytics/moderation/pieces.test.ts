import { describe, expect, it } from "vitest";
import { pointPieces, wholeMonths } from "./pieces";

const instants = (...edges: string[]) => edges.map((edge) => `${edge}:00.000Z`);

describe("the pieces of points", () => {
	it("are days only where the zone is UTC", () => {
		expect(
			pointPieces({ edges: instants("2026-11-01T00:00", "2026-11-08T00:00", "2026-11-09T00:00") }),
		).toEqual({
			days: [
				{ point: 1, first: "2026-11-01", last: "2026-11-07" },
				{ point: 2, first: "2026-11-08", last: "2026-11-08" },
			],
			rest: [],
		});
	});

	it("leave the day at each edge to its rows, once for the two points that share it", () => {
		const edges = instants("2026-10-18T22:00", "2026-10-25T23:00", "2026-11-01T23:00");
		expect(pointPieces({ edges })).toEqual({
			days: [
				{ point: 1, first: "2026-10-19", last: "2026-10-24" },
				{ point: 2, first: "2026-10-26", last: "2026-10-31" },
			],
			rest: [
				{ from: "2026-10-18T22:00:00.000Z", to: "2026-10-19T00:00:00.000Z" },
				{ from: "2026-10-25T00:00:00.000Z", to: "2026-10-26T00:00:00.000Z" },
				{ from: "2026-11-01T00:00:00.000Z", to: "2026-11-01T23:00:00.000Z" },
			],
		});
	});

	it("are one stretch where no point has a whole day", () => {
		const edges = instants("2026-10-18T22:00", "2026-10-19T22:00", "2026-10-20T22:00");
		expect(pointPieces({ edges })).toEqual({ days: [], rest: [{ from: edges[0], to: edges[2] }] });
	});
});

describe("the whole months of a window", () => {
	it("lie between what is left of the first and the last", () => {
		const [from = "", to = ""] = instants("2025-11-22T23:00", "2026-11-22T23:00");
		expect(wholeMonths({ from, to })).toEqual({
			months: { first: "2025-12-01", last: "2026-10-01" },
			rest: [
				{ from, to: "2025-12-01T00:00:00.000Z" },
				{ from: "2026-11-01T00:00:00.000Z", to },
			],
		});
	});

	it("are all of it where it begins and ends with months", () => {
		const [from = "", to = ""] = instants("2026-01-01T00:00", "2026-03-01T00:00");
		expect(wholeMonths({ from, to })).toEqual({
			months: { first: "2026-01-01", last: "2026-02-01" },
			rest: [],
		});
	});

	it.each([
		["2026-10-31T23:00", "2026-11-30T23:00"],
		["2026-11-03T01:00", "2026-11-03T02:00"],
	])("are none from %s to %s", (first, end) => {
		const [from = "", to = ""] = instants(first, end);
		expect(wholeMonths({ from, to })).toEqual({ months: null, rest: [{ from, to }] });
	});
});
