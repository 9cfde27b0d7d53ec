import { describe, expect, it } from "vitest";
import {
	compareSnowflakes,
	isSnowflake,
	snowflakeFromTime,
	snowflakeRange,
	snowflakesIn,
	snowflakeTime,
} from "./snowflake";

describe("isSnowflake", () => {
	it.each(["4194304", "175928847299117063", "9223372036854775807"])("accepts %s", (id) => {
		expect(isSnowflake(id)).toBe(true);
	});

	it.each([
		"",
		"0",
		"4194303",
		"9223372036854775808",
		"0175928847299117063",
		"-175928847299117063",
		"175928847299117063n",
		" 175928847299117063",
		"１７５９２８８４７２９９１１７０６３",
		"1e18",
		175928847299117060,
		null,
	])("refuses %s", (value) => {
		expect(isSnowflake(value)).toBe(false);
	});
});

describe("time", () => {
	it("reads the example of Discord's documentation", () => {
		expect(snowflakeTime("175928847299117063").toISOString()).toBe("2016-04-30T11:18:25.796Z");
	});

	it("keeps ids beyond 2^53 exact", () => {
		const id = "1192848271341797496";
		expect(snowflakeTime(id).toISOString()).toBe("2024-01-05T15:13:09.937Z");
		const first = snowflakeFromTime(snowflakeTime(id));
		expect(BigInt(id) - BigInt(first)).toBe(BigInt(id) & 0x3fffffn);
	});

	it("throws on what is not a snowflake", () => {
		expect(() => snowflakeTime("12")).toThrow(RangeError);
		expect(() => snowflakeFromTime(new Date("never"))).toThrow(RangeError);
	});

	it("answers 0 for times before the epoch", () => {
		expect(snowflakeFromTime(new Date("2014-12-31T23:59:59.999Z"))).toBe("0");
	});
});

describe("snowflakeRange", () => {
	const from = new Date("2026-01-01T00:00:00Z");
	const to = new Date("2026-02-01T00:00:00Z");

	it("holds its first millisecond and not its end", () => {
		const { min, max } = snowflakeRange({ from, to });
		expect(snowflakeTime(min)).toEqual(from);
		expect(snowflakeTime(max).getTime()).toBe(to.getTime() - 1);
	});

	it("leaves no gap and no overlap to the next range", () => {
		const next = snowflakeRange({ from: to, to: new Date("2026-03-01T00:00:00Z") });
		expect(BigInt(next.min) - BigInt(snowflakeRange({ from, to }).max)).toBe(1n);
	});

	it("matches nothing when empty", () => {
		const { min, max } = snowflakeRange({ from, to: from });
		expect(BigInt(max)).toBeLessThan(BigInt(min));
	});
});

it("orders by age, not by text", () => {
	expect(
		["1192848271341797496", "99999999999999999", "175928847299117063"].toSorted(compareSnowflakes),
	).toEqual(["99999999999999999", "175928847299117063", "1192848271341797496"]);
	expect(compareSnowflakes("4194304", "4194304")).toBe(0);
});

it("finds the snowflakes at any depth, and nothing that only looks like a number", () => {
	expect(
		snowflakesIn([{ value: "902114735018344448" }, [{ a: { b: "968455120077185064" } }], "7", 5, null]),
	).toEqual(["902114735018344448", "968455120077185064"]);
});
