import { expect, it } from "vitest";
import { auditActionNames } from "@/lib/discord/audit-actions";
import { contentOf, kindOf } from "./kinds";
import { auditKinds } from "./schema";

it("gives every action of Discord one kind", () => {
	const without = auditActionNames.filter(
		(action) => kindOf({ source: "discord", action, table: null }) === null,
	);
	expect(without).toEqual([]);
	const types = auditKinds.flatMap((kind) => contentOf(kind).actionTypes);
	expect(new Set(types).size).toBe(types.length);
	expect(types).toHaveLength(auditActionNames.length);
});

it("knows the bot's words and the dashboard's tables, and guesses at nothing else", () => {
	expect(kindOf({ source: "bot", action: "member_banned", table: null })).toBe("members");
	expect(kindOf({ source: "change", action: "update", table: "guild_config" })).toBe("configuration");
	expect(kindOf({ source: "change", action: "update", table: "moons" })).toBeNull();
	expect(kindOf({ source: "discord", action: "UNKNOWN_777", table: null })).toBeNull();
});
