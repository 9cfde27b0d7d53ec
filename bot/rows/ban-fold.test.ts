import { describe, expect, it } from "vitest";
import { type Ban, type BanStep, nextBan } from "@/bot/rows/ban-fold";

const at = (second: number) => `2026-11-21T12:00:0${second}.000000Z`;
const folded = (...steps: BanStep[]) => steps.reduce<Ban | undefined>(nextBan, undefined);

describe("a ban", () => {
	it("stands from the moment that it was heard of", () => {
		expect(folded({ at: at(1), kind: "added" })).toMatchObject({ bannedAt: at(1), removedAt: null });
	});

	it("that was only listed is older than anybody knows, and stays so", () => {
		const steps: BanStep[] = [
			{ at: at(1), kind: "listed", reason: "spam" },
			{ at: at(2), kind: "added" },
		];
		expect(folded(...steps)).toMatchObject({ bannedAt: null, removedAt: null, reason: "spam" });
	});

	it("keeps its moment when it is lifted, and has a new one when it is made again", () => {
		const lifted = folded({ at: at(1), kind: "added" }, { at: at(3), kind: "removed" });
		expect(lifted).toMatchObject({ bannedAt: at(1), removedAt: at(3) });
		expect(nextBan(lifted, { at: at(5), kind: "added" })).toMatchObject({ bannedAt: at(5), removedAt: null });
	});

	it("is not made or lifted by a step that comes late", () => {
		const lifted = folded({ at: at(1), kind: "added" }, { at: at(3), kind: "removed" });
		expect(nextBan(lifted, { at: at(2), kind: "added" })).toEqual(lifted);
	});
});
