import { expect, test } from "vitest";
import { decodeCursor, encodeCursor, idOfCursor } from "./cursor";

const refused = expect.objectContaining({ code: "bad_request" });

test("a position is read as it was given out, in every script", () => {
	expect(decodeCursor(encodeCursor(["Łódź 🐉", null, 7]), 3)).toEqual(["Łódź 🐉", null, 7]);
});

test("a position of another length is refused", () => {
	expect(() => decodeCursor(encodeCursor(["1"]), 2)).toThrow(refused);
});

test("the id of a position is an id that the database can hold", () => {
	expect(idOfCursor(undefined)).toBeNull();
	expect(idOfCursor(encodeCursor(["9223372036854775807"]))).toBe("9223372036854775807");
	for (const foreign of ["9223372036854775808", "-1", "1; DROP", "", null, 5])
		expect(() => idOfCursor(encodeCursor([foreign])), String(foreign)).toThrow(refused);
});
