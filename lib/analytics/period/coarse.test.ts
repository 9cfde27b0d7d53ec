import { describe, expect, it } from "vitest";
import { coarseEdges } from "./coarse";

const edges = (points: number) =>
	Array.from({ length: points + 1 }, (_, index) => String(index).padStart(3, "0"));

describe("the edges of a small line", () => {
	it("are all of them while there is room", () => {
		expect(coarseEdges(edges(26))).toEqual(edges(26));
	});

	it("are every nth beyond, and begin and end with the period", () => {
		const coarse = coarseEdges(edges(30));
		expect(coarse).toHaveLength(16);
		expect([coarse.at(0), coarse.at(1), coarse.at(-1)]).toEqual(["000", "002", "030"]);
	});

	it("leave the odd days to the first step, never to the last", () => {
		const coarse = coarseEdges(edges(53));
		expect(coarse.slice(0, 3)).toEqual(["000", "002", "005"]);
		expect(coarse.slice(-2)).toEqual(["050", "053"]);
	});
});
