import { describe, expect, it } from "vitest";
import { receiptsDue } from "./queries";
import { type Config, defaultSettings } from "./schema";

const now = Date.parse("2026-11-21T12:00:00Z");
const saved = (secondsAgo: number, errors: (string | null)[]): Config => ({
	settings: defaultSettings,
	revision: 4,
	savedAt: new Date(now - secondsAgo * 1000).toISOString(),
	savedBy: null,
	receipts: errors.map((error, shardId) => ({ shardId, appliedAt: "2026-11-21T11:59:00Z", error })),
});

describe("asking whether the bot has applied a save", () => {
	it("is done often after the save, seldom later", () => {
		expect(receiptsDue(saved(5, []), now)).toBe(2000);
		expect(receiptsDue(saved(3600, []), now)).toBe(30_000);
	});

	it("ends with the receipt, but not with one that says it failed", () => {
		expect(receiptsDue(saved(5, [null]), now)).toBe(false);
		expect(receiptsDue(saved(3600, ["No such channel"]), now)).toBe(30_000);
	});

	it("does not begin where nobody has saved", () => {
		expect(receiptsDue({ ...saved(5, []), revision: 0 }, now)).toBe(false);
	});
});
