import { describe, expect, it } from "vitest";
import { fold, type Hearing, type Membership, parts } from "@/bot/rows/member-fold";

const at = (second: number) => `2026-11-21T12:00:0${second}.000000Z`;

function folded(...tellings: [second: number, how: Hearing, roles?: string[]][]): Membership {
	const [[first, begun]] = tellings as [[number, Hearing]];
	const known: Membership = {
		guildId: "1",
		userId: "2",
		first: at(first),
		last: at(first),
		begun,
		told: [],
		returned: false,
	};
	for (const [second, how, roles] of tellings) fold(known, { how, at: at(second), cells: { second }, roles });
	return known;
}

describe("a membership within a batch", () => {
	it("does not come back by a message that overtakes the leave", () => {
		const known = folded([1, "leave"], [2, "meet", ["7"]]);
		expect(known).toMatchObject({ present: false, last: at(1) });
		expect(known.roles?.size).toBe(0);
	});

	it("is left to what is stored when it was only met", () => {
		const met = folded([1, "meet"], [2, "meet"]);
		expect(met.returned).toBe(false);
		expect(met.present).toBeUndefined();
	});

	it("keeps since when a role is held, and begins anew when it was gone", () => {
		const kept = folded([1, "meet", ["7"]], [2, "meet", ["7", "8"]]);
		expect(kept.roles?.get("7")).toEqual({ since: at(1), anew: false });
		expect(kept.roles?.get("8")).toEqual({ since: at(2), anew: true });
		const regained = folded([1, "meet", ["7"]], [2, "meet", []], [3, "meet", ["7"]]);
		expect(regained.roles?.get("7")).toEqual({ since: at(3), anew: true });
	});

	it("counted before a join or leave as the batch knows, else as is stored", () => {
		expect(folded([1, "list"], [2, "leave"]).counted).toEqual({ before: true });
		expect(folded([1, "meet"], [2, "leave"]).counted).toEqual({ before: undefined });
		expect(folded([1, "list"]).counted).toBeUndefined();
	});

	it("is written apart where the database is to see a leave with its roles", () => {
		expect(parts(folded([1, "meet", ["7"]]), "leave")).toBe(true);
		expect(parts(folded([1, "meet"]), "leave")).toBe(true);
		expect(parts(folded([1, "leave"]), "leave")).toBe(false);
		expect(parts(folded([1, "leave"]), "join")).toBe(true);
		expect(parts(folded([1, "meet"]), "list")).toBe(true);
		expect(parts(folded([1, "join"]), "list")).toBe(false);
		expect(parts(folded([1, "leave"]), "meet")).toBe(false);
	});

	it("does not listen to what is older than what it heard", () => {
		expect(folded([5, "leave"], [3, "join"]).present).toBe(false);
	});
});
