import { expect, test } from "vitest";
import { namesTag } from "./etag";

test.each([
	["the tag itself", '"abc"', true],
	["as a proxy that compresses weakens it", 'W/"abc"', true],
	["in a list", '"x", W/"abc" ,"y"', true],
	["in a list without blanks", '"x","abc"', true],
	["anything", " * ", true],
	["another", '"abcd"', false],
	["a part of a tag with a comma in it", '"x,abc"', false],
	["no quotes", "abc", false],
	["nothing", "", false],
	["no header", null, false],
])("%s", (_, header, expected) => {
	expect(namesTag(header, '"abc"')).toBe(expected);
});
