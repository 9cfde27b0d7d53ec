import { describe, expect, it } from "vitest";
import { acts, caseRequest, durations, durationsOf, emptyDraft } from "./acts";
import { openCase } from "./request-schema";

const key = "a-key-of-a-test";
const member = "204255221017214977";
const draft = (act: string, change = {}) => ({ ...emptyDraft(act), reason: " Spam ", ...change });

describe("what a dialog sends", () => {
	it("is accepted for every act as the dialog begins, once there is a reason", () => {
		for (const act of acts) {
			const request = caseRequest(act, member, draft(act), key);
			expect(openCase.safeParse(request).error, act).toBeUndefined();
			expect(request.reason).toBe("Spam");
		}
	});

	it("is accepted with every choice of duration", () => {
		for (const act of [...acts, "custom:3"])
			for (const duration of durationsOf(act.startsWith("custom:") ? "own" : act))
				expect(openCase.safeParse(caseRequest(act, member, draft(act, { duration }), key)).success).toBe(
					act !== "timeout" || duration > 0,
				);
	});

	it("is a temporary ban when the ban ends", () => {
		const request = caseRequest("ban", member, draft("ban", { duration: 86_400, purge: 3600 }), key);
		expect(request).toMatchObject({ type: "TEMPBAN", duration: 86_400, deleteSeconds: 3600 });
		expect(caseRequest("ban", member, draft("ban"), key)).not.toHaveProperty("deleteSeconds");
	});
});

describe("a request to open a case", () => {
	const body = { member, reason: "Spam", idempotencyKey: key };
	const accepts = (more: object) => openCase.safeParse({ ...body, ...more }).success;

	it("has a duration where the type runs out, and nowhere else", () => {
		expect(accepts({ type: "TIMEOUT" })).toBe(false);
		expect(accepts({ type: "TEMPBAN" })).toBe(false);
		expect(accepts({ type: "KICK", duration: 60 })).toBe(false);
		expect(accepts({ type: "TIMEOUT", duration: durations.timeout[7] })).toBe(true);
		expect(accepts({ type: "TIMEOUT", duration: 2_419_201 })).toBe(false);
		expect(accepts({ type: "TEMPBAN", duration: 2_419_201 })).toBe(true);
		expect(accepts({ type: "custom:1", duration: 60 })).toBe(true);
	});

	it("takes messages along with a ban alone, and tells a warning alone", () => {
		expect(accepts({ type: "BAN", deleteSeconds: 604_800 })).toBe(true);
		expect(accepts({ type: "BAN", deleteSeconds: 604_801 })).toBe(false);
		expect(accepts({ type: "KICK", deleteSeconds: 60 })).toBe(false);
		expect(accepts({ type: "WARN", message: "Please stop" })).toBe(true);
		expect(accepts({ type: "BAN", message: "Bye" })).toBe(false);
	});

	it("names a person, a known type and a key", () => {
		expect(accepts({ type: "HACKBAN" })).toBe(false);
		expect(accepts({ type: "BAN", member: "ana" })).toBe(false);
		expect(accepts({ type: "BAN", idempotencyKey: "short" })).toBe(false);
		expect(accepts({ type: "BAN", idempotencyKey: "case#1234567" })).toBe(false);
		expect(accepts({ type: "BAN", reason: "  " })).toBe(false);
	});
});
