import { describe, expect, test } from "vitest";
import { permissionMask, permissionNames } from "@/lib/discord/permissions";
import { comparePermissions } from "./compare";

const bits = (...names: Parameters<typeof permissionMask>[0][number][]) => String(permissionMask(names));

describe("comparing two roles", () => {
	test("names what only one of them has", () => {
		const { different } = comparePermissions(
			bits("BAN_MEMBERS", "SEND_MESSAGES"),
			bits("SEND_MESSAGES", "BYPASS_SLOWMODE"),
		);
		expect(different).toEqual([
			{ name: "BAN_MEMBERS", first: true, second: false },
			{ name: "BYPASS_SLOWMODE", first: false, second: true },
		]);
	});

	test("lists everything else as the same", () => {
		const { different, same } = comparePermissions(bits("ADMINISTRATOR"), bits("ADMINISTRATOR"));
		expect(different).toEqual([]);
		expect(same).toHaveLength(permissionNames.length);
	});

	test("counts Administrator as granting everything", () => {
		const { different } = comparePermissions(bits("ADMINISTRATOR"), String(permissionMask(permissionNames)));
		expect(different).toEqual([]);
	});

	test("keeps bits above what a double can hold", () => {
		const { different } = comparePermissions(String(1n << 52n), String(1n << 51n));
		expect(different.map((each) => each.name)).toEqual(["PIN_MESSAGES", "BYPASS_SLOWMODE"]);
	});
});
