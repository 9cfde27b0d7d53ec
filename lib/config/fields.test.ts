import { expect, test } from "vitest";
import { levelNeeded, sections } from "./fields";
import { settingNames } from "./schema";

test("every setting stands in exactly one section", () => {
	const placed = sections.flatMap(({ settings }): readonly string[] => settings);
	expect(placed.toSorted()).toEqual(settingNames.toSorted());
});

test("naming the role of a level needs that level, everything else a manager's", () => {
	expect(levelNeeded("perm_level_7_role_id")).toBe(7);
	expect(levelNeeded("perm_level_6_role_id")).toBe(6);
	expect(levelNeeded("perm_level_1_role_id")).toBe(5);
	expect(levelNeeded("prefix")).toBe(5);
});
