import { expect, test } from "vitest";
import { AppError, foundOrNull } from "./errors";

test("what is found is the answer, and what is not there is null", async () => {
	expect(await foundOrNull(Promise.resolve("here"))).toBe("here");
	expect(await foundOrNull(Promise.reject(new AppError("not_found")))).toBeNull();
});

test("every other error goes on", async () => {
	const refused = new AppError("forbidden");
	await expect(foundOrNull(Promise.reject(refused))).rejects.toBe(refused);
});
