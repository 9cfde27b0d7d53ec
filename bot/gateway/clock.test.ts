import { expect, test } from "vitest";
import { receivedNow } from "./clock";

test("each moment is later than the one before, also within a millisecond", () => {
	const moments = Array.from({ length: 5_000 }, receivedNow);
	expect(moments.every((moment, index) => index === 0 || moment > (moments[index - 1] ?? ""))).toBe(true);
	expect(moments[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});
