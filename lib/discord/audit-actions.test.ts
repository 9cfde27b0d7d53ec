import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";
import {
	auditAction,
	auditActionNames,
	auditActionNumber,
	auditActionsIn,
	auditCategories,
	isAuditActionName,
} from "./audit-actions";

const referenceFile = new URL("../../../shared/reference/audit-log-actions.json", import.meta.url);

/** Discord's actions with their numbers, where a copy of the list lies beside the repository. */
function reference(): Record<string, number> | undefined {
	try {
		return JSON.parse(readFileSync(referenceFile, "utf8"));
	} catch {
		return undefined;
	}
}
const listed = reference();

describe("audit actions", () => {
	// The worker's tests of its log send an entry of each of these through their handler.
	it.skipIf(!listed)("are Discord's (skipped where ../shared/reference is absent)", () => {
		const known = auditActionNames.map((name) => [name, auditActionNumber(name)]);
		expect(Object.fromEntries(known)).toEqual(listed);
	});

	it("are 69, each with its own number", () => {
		expect(auditActionNames).toHaveLength(69);
		expect(new Set(auditActionNames.map(auditActionNumber)).size).toBe(69);
	});

	it.each(auditActionNames)("%s comes back from its number", (name) => {
		expect(auditAction(auditActionNumber(name) ?? -1).name).toBe(name);
	});

	it("have a label and a group in both languages", () => {
		for (const labels of [english, german]) {
			expect(new Set(Object.keys(labels.auditActions))).toEqual(new Set(auditActionNames));
			expect(new Set(Object.keys(labels.auditCategories))).toEqual(new Set<string>(auditCategories));
		}
	});

	it("are all in exactly one group", () => {
		expect(auditCategories.flatMap(auditActionsIn)).toHaveLength(69);
		expect(auditActionsIn("role")).toEqual([30, 31, 32]);
	});

	it("know whose id the target is", () => {
		expect(auditAction(72)).toMatchObject({ name: "MESSAGE_DELETE", target: "user", effect: "delete" });
		expect(auditAction(73)).toMatchObject({ name: "MESSAGE_BULK_DELETE", target: "channel" });
		expect(auditAction(26)).toMatchObject({ name: "MEMBER_MOVE", target: "none" });
		expect(auditAction(13)).toMatchObject({ name: "CHANNEL_OVERWRITE_CREATE", target: "channel" });
	});

	it("keep what they do not know", () => {
		expect(auditAction(999)).toEqual({
			number: 999,
			name: "UNKNOWN_999",
			category: null,
			target: "unknown",
			effect: "other",
		});
		expect(auditActionNumber("UNKNOWN_999")).toBe(999);
		expect(auditActionNumber("valueOf")).toBeUndefined();
		expect(isAuditActionName("constructor")).toBe(false);
	});
});
