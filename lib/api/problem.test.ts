import { describe, expect, it } from "vitest";
import { toAppError } from "./problem";

const refusedBy = (code: string) => toAppError(Object.assign(new Error("from the database"), { code }));

describe("what the database refuses", () => {
	it.each([
		["22021", "bad_request"], // a text with U+0000
		["22P02", "bad_request"],
		["22007", "bad_request"],
		["22008", "bad_request"], // the year 0
		["22003", "invalid_input"],
		["42501", "forbidden"],
		["57014", "too_slow"],
		["40P01", "database_unavailable"], // two writers in each other's way
		["GH001", "limit_reached"],
	])("with %s is %s and no accident of ours", (state, code) => {
		expect(refusedBy(state).code).toBe(code);
	});

	it("is kept back where it is our mistake", () => {
		const error = refusedBy("42P01");
		expect(error.code).toBe("internal");
		expect(error.message).not.toContain("database");
	});
});
