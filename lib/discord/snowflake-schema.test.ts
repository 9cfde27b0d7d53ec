import { expect, test } from "vitest";
import { z } from "zod";
import { snowflake } from "./snowflake-schema";

test.each([
	["175928847299117063", true],
	["9223372036854775807", true],
	["9223372036854775808", false],
	["4194303", false],
	["someone", false],
])("%s is an id: %s", (text, isOne) => {
	expect(snowflake.safeParse(text).success).toBe(isOne);
});

test("an answer's description says how an id is written", () => {
	expect(z.toJSONSchema(z.object({ id: snowflake.nullable() }))).toMatchObject({
		properties: { id: { anyOf: [{ type: "string", pattern: "^[1-9]\\d{6,18}$" }, { type: "null" }] } },
	});
});
