import { describe, expect, it } from "vitest";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";
import {
	allPermissions,
	hasBit,
	isChannelPermission,
	namePermissions,
	parsePermissions,
	permissionBit,
	permissionCategories,
	permissionMask,
	permissionNames,
	permissionsIn,
} from "./permissions";

describe("the table", () => {
	it("has 52 permissions on 52 different bits, none of them bit 47", () => {
		expect(permissionNames).toHaveLength(52);
		expect(new Set(permissionNames.map(permissionBit)).size).toBe(52);
		expect(allPermissions).toBe((1n << 53n) - 1n - (1n << 47n));
	});

	it.each([
		["CREATE_INSTANT_INVITE", 0n],
		["ADMINISTRATOR", 3n],
		["VIEW_CHANNEL", 10n],
		["USE_APPLICATION_COMMANDS", 31n],
		["REQUEST_TO_SPEAK", 32n],
		["MODERATE_MEMBERS", 40n],
		["SET_VOICE_CHANNEL_STATUS", 48n],
		["BYPASS_SLOWMODE", 52n],
	] as const)("%s is bit %s", (name, bit) => {
		expect(permissionBit(name)).toBe(1n << bit);
	});

	it("lists every permission under exactly one heading", () => {
		const listed = permissionCategories.flatMap(permissionsIn);
		expect(listed).toHaveLength(permissionNames.length);
		expect(new Set(listed)).toEqual(new Set(permissionNames));
		expect(permissionsIn("voice")).toContain("CONNECT");
	});

	it("knows which are the server's only", () => {
		expect(isChannelPermission("BAN_MEMBERS")).toBe(false);
		expect(isChannelPermission("MANAGE_ROLES")).toBe(true);
	});

	it("has a label in both languages for each", () => {
		for (const labels of [english.permissions, german.permissions]) {
			expect(new Set(Object.keys(labels))).toEqual(new Set(permissionNames));
		}
		for (const labels of [english.permissionCategories, german.permissionCategories]) {
			expect(new Set(Object.keys(labels))).toEqual(new Set<string>(permissionCategories));
		}
	});
});

describe("bit fields", () => {
	it("survives the overflow trap: in 32-bit arithmetic bit 40 would be bit 8", () => {
		expect(1 << 40).toBe(1 << 8);
		const moderate = String(permissionBit("MODERATE_MEMBERS"));
		expect(moderate).toBe("1099511627776");
		expect(hasBit(moderate, "MODERATE_MEMBERS")).toBe(true);
		expect(hasBit(moderate, "PRIORITY_SPEAKER")).toBe(false);
		expect(hasBit(String(permissionBit("PRIORITY_SPEAKER")), "MODERATE_MEMBERS")).toBe(false);
	});

	it("keeps bits that the table does not know apart", () => {
		const field = permissionMask(["SPEAK", "PIN_MESSAGES"]) | (1n << 47n) | (1n << 60n);
		expect(namePermissions(String(field))).toEqual({
			names: ["PIN_MESSAGES", "SPEAK"],
			unknownBits: (1n << 47n) | (1n << 60n),
		});
	});

	it.each(["", "-1", "0x10", "1.5", " 1", "1e3", "999999999999999999999"])("refuses %j", (text) => {
		expect(() => parsePermissions(text)).toThrow(SyntaxError);
	});
});
