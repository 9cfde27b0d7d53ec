import { expect, it } from "vitest";
import { type FilterField, isFilterValue } from "./filter-fields";

const status: FilterField = {
	kind: "choice",
	name: "status",
	label: "Status",
	options: [{ value: "open", label: "Open" }],
};
const day: FilterField = { kind: "day", name: "from", label: "From" };
const flag: FilterField = { kind: "flag", name: "bot", label: "Bot" };

it.each([
	[status, "open", true],
	[status, "nonsense", false],
	[status, "custom:77", true],
	[status, "902114735018344448", true],
	[day, "2026-02-28", true],
	[day, "2026-13-40", false],
	[day, "yesterday", false],
	[flag, "1", true],
	[flag, "maybe", false],
] as const)("%o takes %s: %s", (field, value, expected) => {
	expect(isFilterValue(field, value)).toBe(expected);
});
