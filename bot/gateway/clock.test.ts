import { expect, test } from "vitest";
import { goOnFrom, receivedNow } from "./clock";

test("each moment is later than the one before, also within a millisecond", () => {
	const moments = Array.from({ length: 5_000 }, receivedNow);
	expect(moments.every((moment, index) => index === 0 || moment > (moments[index - 1] ?? ""))).toBe(true);
	expect(moments[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});

test("a clock that is behind goes on from where another one was, and one that is ahead from where it is", () => {
	const ahead = new Date(Date.now() + 3_600_000).toISOString().replace("Z", "999Z");
	goOnFrom(ahead);
	const moment = receivedNow();
	expect(moment > ahead).toBe(true);
	goOnFrom("2026-01-01T00:00:00.000000Z");
	expect(receivedNow() > moment).toBe(true);
});
