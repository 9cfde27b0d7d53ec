import { describe, expect, it } from "vitest";
import { follow } from "@/bot/rows/event-interest";

const at = (second: number) => `2026-11-21T12:00:0${second}.000000Z`;
const step = (second: number, interested: boolean, counts = true) => ({ at: at(second), interested, counts });

describe("interest in an event", () => {
	it("counts once, however often it is told", () => {
		const { interest, delta } = follow(undefined, [step(1, true), step(2, true)]);
		expect(interest).toEqual({ interestedAt: at(1), removedAt: null });
		expect(delta).toBe(1);
	});

	it("that is lost is kept with both moments", () => {
		const { interest, delta } = follow(undefined, [step(1, true), step(4, false)]);
		expect(interest).toEqual({ interestedAt: at(1), removedAt: at(4) });
		expect(delta).toBe(0);
	});

	it("of somebody unknown was counted before", () => {
		expect(follow(undefined, [step(3, false)]).delta).toBe(-1);
	});

	it("does not move a count that was told afterwards", () => {
		expect(follow(undefined, [step(1, true, false)]).delta).toBe(0);
	});

	it("is not brought back late", () => {
		const stored = { interestedAt: at(1), removedAt: at(5) };
		expect(follow(stored, [step(3, true)])).toEqual({ interest: stored, delta: 0, moved: false });
	});
});
