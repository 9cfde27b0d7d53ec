import { describe, expect, it } from "vitest";
import { expiryOf, expiryProblem, fromWallTime, needsNewExpiry, toWallTime } from "./expiry";
import type { CaseType } from "./schema";

const timeout: CaseType = { code: "TIMEOUT", custom: null };
const warning: CaseType = { code: "WARN", custom: null };
const now = Date.parse("2026-11-21T12:00:00Z");
const open = {
	status: "open",
	expiry: "required",
	type: timeout,
	createdAt: "2026-11-01T00:00:00.000Z",
} as const;

describe("whether a case can run out", () => {
	it("follows from its type", () => {
		expect(expiryOf(timeout, false)).toBe("required");
		expect(expiryOf(warning, false)).toBe("optional");
		expect(expiryOf({ code: "KICK", custom: null }, false)).toBe("none");
	});

	it("is what the server said for its own types", () => {
		const own: CaseType = { code: null, custom: { id: "1", name: "Strike", severity: 2 } };
		expect(expiryOf(own, true)).toBe("required");
		expect(expiryOf(own, false)).toBe("optional");
	});
});

describe("an expiry", () => {
	it("lies in the future", () => {
		expect(expiryProblem(open, "2026-11-21T12:00:00Z", now)).toBe("past");
		expect(expiryProblem(open, "2026-11-21T12:00:01Z", now)).toBeNull();
	});

	it("is not left out where the type needs one", () => {
		expect(expiryProblem(open, null, now)).toBe("needed");
		expect(expiryProblem({ ...open, expiry: "optional" }, null, now)).toBeNull();
	});

	it("ends a timeout within Discord's 28 days, counted from its beginning", () => {
		expect(expiryProblem(open, "2026-11-29T00:00:00Z", now)).toBeNull();
		expect(expiryProblem(open, "2026-11-29T00:00:01Z", now)).toBe("tooLong");
		expect(expiryProblem({ ...open, type: warning }, "2027-11-29T00:00:01Z", now)).toBeNull();
	});

	it("belongs to an open case of a type that runs out", () => {
		expect(expiryProblem({ ...open, status: "expired" }, "2026-11-22T00:00:00Z", now)).toBe("notOpen");
		expect(expiryProblem({ ...open, expiry: "none" }, "2026-11-22T00:00:00Z", now)).toBe("notPossible");
	});
});

describe("a case that is opened again", () => {
	const over = { status: "expired", expiry: "required", expiresAt: "2026-11-21T11:59:59Z" } as const;

	it("needs a new expiry where its type asks for one and its own has passed", () => {
		expect(needsNewExpiry(over, now)).toBe(true);
		expect(needsNewExpiry({ ...over, status: "voided", expiresAt: null }, now)).toBe(true);
	});

	it("keeps one that is still to come, and goes on without end where its type allows that", () => {
		expect(needsNewExpiry({ ...over, status: "closed", expiresAt: "2026-11-21T12:00:01Z" }, now)).toBe(false);
		expect(needsNewExpiry({ ...over, expiry: "optional" }, now)).toBe(false);
		expect(needsNewExpiry({ ...over, status: "open" }, now)).toBe(false);
	});
});

describe("the clock on the wall", () => {
	it("shows an instant in the server's zone and finds it again", () => {
		expect(toWallTime("2026-07-01T10:00:00.000Z", "Europe/Berlin")).toBe("2026-07-01T12:00");
		expect(fromWallTime("2026-07-01T12:00", "Europe/Berlin")).toBe("2026-07-01T10:00:00.000Z");
		expect(fromWallTime("2026-12-01T12:00", "Europe/Berlin")).toBe("2026-12-01T11:00:00.000Z");
	});

	it("shows no instant for text that is no time", () => {
		expect(fromWallTime("", "UTC")).toBeNull();
		expect(fromWallTime("tomorrow", "UTC")).toBeNull();
	});
});
