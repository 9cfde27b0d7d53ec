import { describe, expect, it } from "vitest";
import { enter, type Stretch } from "@/bot/rows/voice-fold";

const at = (second: number) => `2026-11-21T12:00:${String(second).padStart(2, "0")}.000000Z`;
const state = (second: number, channelId: string | null, sessionId = "s", flags = {}) => ({
	at: at(second),
	sessionId,
	channelId,
	flags,
});
const open = (): Stretch[] => {
	const stretches: Stretch[] = [];
	enter(stretches, state(1, "a"));
	return stretches;
};

describe("a person's stretches", () => {
	it("begin with a channel", () => {
		expect(open()).toEqual([
			{ sessionId: "s", channelId: "a", flags: {}, joinedAt: at(1), leftAt: null, observedAt: at(1) },
		]);
	});

	it("go on when only flags change, and end when there is no channel", () => {
		const stretches = open();
		enter(stretches, state(5, "a", "s", { self_mute: true }));
		enter(stretches, state(9, null));
		expect(stretches).toHaveLength(1);
		expect(stretches[0]).toMatchObject({ flags: { self_mute: true }, joinedAt: at(1), leftAt: at(9) });
	});

	it("end with a move; the session's key goes to the new channel", () => {
		const stretches = open();
		enter(stretches, state(7, "b"));
		expect(stretches).toMatchObject([
			{ sessionId: `s:${Date.parse(at(1))}`, channelId: "a", leftAt: at(7) },
			{ sessionId: "s", channelId: "b", joinedAt: at(7), leftAt: null },
		]);
	});

	it("are apart when somebody comes back under the same session", () => {
		const stretches = open();
		enter(stretches, state(4, null));
		enter(stretches, state(6, "a"));
		expect(stretches).toMatchObject([
			{ sessionId: `s:${Date.parse(at(1))}`, joinedAt: at(1), leftAt: at(4) },
			{ sessionId: "s", joinedAt: at(6), leftAt: null },
		]);
	});

	it("end when another session of the person begins", () => {
		const stretches = open();
		enter(stretches, state(3, "a", "phone"));
		expect(stretches).toMatchObject([
			{ sessionId: "s", leftAt: at(3) },
			{ sessionId: "phone", joinedAt: at(3), leftAt: null },
		]);
	});

	it("stay as they are when a state comes late", () => {
		const stretches = open();
		enter(stretches, state(9, null));
		const before = structuredClone(stretches);
		enter(stretches, state(5, "b", "phone"));
		expect(stretches).toEqual(before);
	});

	it("have keys of their own also when they begin in one millisecond", () => {
		const stretches: Stretch[] = [];
		for (const [micros, channelId] of [
			["001", "a"],
			["002", "b"],
			["003", "c"],
		] as const) {
			enter(stretches, { ...state(1, channelId), at: at(1).replace("000Z", `${micros}Z`) });
		}
		expect(new Set(stretches.map(({ sessionId }) => sessionId)).size).toBe(3);
	});
});
