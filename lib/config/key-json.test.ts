import { describe, expect, it } from "vitest";
import {
	isSameJson,
	isStorableJson,
	jsonOf,
	keyLimits,
	keyOfSetting,
	kindOf,
	settingOfKey,
	storedBytes,
	typedOf,
} from "./key-json";

describe("a value that is typed in", () => {
	it.each([
		["text", 'say "hi"', '"say \\"hi\\""'],
		["text", "12", '"12"'],
		["number", " 12.50 ", "12.50"],
		["number", "902114735018344448", "902114735018344448"],
		["switch", "true", "true"],
		["json", '{"every": 5}', '{"every": 5}'],
	] as const)("as %s, %s, becomes JSON without losing a digit", (input, typed, json) => {
		expect(jsonOf(input, typed)).toBe(json);
	});

	it.each([
		["number", "12 apples"],
		["number", '"12"'],
		["number", ""],
		["switch", "yes"],
		["json", "{every: 5}"],
		["json", ""],
	] as const)("as %s, %s, is refused", (input, typed) => {
		expect(jsonOf(input, typed)).toBeUndefined();
	});
});

it("a stored value is edited as its kind", () => {
	expect(['"Ahoy"', "60", "true", "[15, 25]", "{}", "null"].map(kindOf)).toEqual([
		"text",
		"number",
		"switch",
		"list",
		"object",
		"null",
	]);
	expect(typedOf('"Ahoy\\n"')).toBe("Ahoy\n");
	expect(typedOf("902114735018344448")).toBe("902114735018344448");
});

describe("what the database can keep", () => {
	it("is measured as Postgres writes it", () => {
		expect(storedBytes({ a: [1, 2], b: { ü: null } })).toBe(
			new TextEncoder().encode('{"a": [1, 2], "b": {"ü": null}}').length,
		);
	});

	it("ends at the column's limit", () => {
		expect(isStorableJson(JSON.stringify("x".repeat(keyLimits.bytes - 2)))).toBe(true);
		expect(isStorableJson(JSON.stringify("x".repeat(keyLimits.bytes - 1)))).toBe(false);
	});

	it.each(['"\\\\u0000"', '{"a": ["C:\\\\u0000"]}'])("is %j, which holds no NUL", (text) => {
		expect(isStorableJson(text)).toBe(true);
	});

	it.each(["", "nope", '"\\u0000"', `${"[".repeat(102)}${"]".repeat(102)}`])("is not %j", (text) => {
		expect(isStorableJson(text)).toBe(false);
	});
});

it("spaces do not make another value; digits and spaces within a text do", () => {
	expect(isSameJson('{"a": [1, "b c"]}', '{\n  "a": [1,"b c"]\n}')).toBe(true);
	expect(isSameJson("902114735018344448", "902114735018344449")).toBe(false);
	expect(isSameJson('"a b"', '"ab"')).toBe(false);
});

it("a revision names a key so that it is never taken for a setting", () => {
	expect(keyOfSetting(settingOfKey("prefix"))).toBe("prefix");
	expect(keyOfSetting("prefix")).toBeUndefined();
});
