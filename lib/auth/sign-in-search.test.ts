import { describe, expect, it } from "vitest";
import { safePath, signInProblem } from "./sign-in-search";

const site = "https://guildhall.example";

describe("where to go after signing in", () => {
	it("is the page that was asked for, with its state", () => {
		expect(safePath("/guilds/1/cases?type=ban#42", site)).toBe("/guilds/1/cases?type=ban#42");
		expect(safePath(`${site}/account`, site)).toBe("/account");
	});

	it.each([
		"https://evil.example/guilds",
		"//evil.example",
		"/\\evil.example",
		"/.//evil.example",
		"/a/..//evil.example",
		"/.\\\\evil.example",
		`${site}//evil.example`,
		"javascript:alert(1)",
		"https://guildhall.example.evil.example/",
		"https://guildhall.example@evil.example/",
		"",
		undefined,
		["/account", "/guilds"],
	])("is the list of servers for %o", (value) => {
		expect(safePath(value, site)).toBe("/guilds");
	});
});

describe("what went wrong", () => {
	it("is explained for next-auth's codes, and for codes that nobody knows", () => {
		expect(signInProblem(undefined)).toBeNull();
		expect(signInProblem("AccessDenied")).toBe("denied");
		expect(signInProblem("toString")).toBe("unknown");
		expect(signInProblem("<script>")).toBe("unknown");
	});
});
