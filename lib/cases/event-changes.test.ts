import { expect, test } from "vitest";
import { eventChanges } from "./event-changes";

test("an event says what changed, in a fixed order", () => {
	const event = {
		kind: "edited",
		before: { case_expires_at: null, case_reason: "Spam" },
		after: { case_reason: "Spam in #general", case_expires_at: "2026-12-01T00:00:00+00:00" },
	};
	expect(eventChanges(event)).toEqual([
		{ field: "case_reason", before: "Spam", after: "Spam in #general" },
		{ field: "case_expires_at", before: null, after: "2026-12-01T00:00:00+00:00" },
	]);
});

test("what the kind of the event says already is not said again", () => {
	expect(
		eventChanges({ kind: "closed", before: { case_status: true }, after: { case_status: false } }),
	).toEqual([]);
});

test("opening a case changes nothing", () => {
	expect(eventChanges({ kind: "created", before: {}, after: { case_reason: "Spam" } })).toEqual([]);
});
