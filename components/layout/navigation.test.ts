import { describe, expect, it } from "vitest";
import { navigation, navigationFor, pageAt, pageHref } from "./navigation";
import { patchSearch } from "./use-url-state";

const names = (level: Parameters<typeof navigationFor>[0]) =>
	navigationFor(level).flatMap((group) => group.pages.map((page) => page.name));

describe("the entries of the sidebar", () => {
	it("are those that the level may open; the others are absent", () => {
		expect(names(0)).toEqual([]);
		expect(names(1)).toEqual(["overview", "analytics", "explore", "members", "roles", "channels"]);
		expect(names(3)).toContain("audit");
		expect(names(3)).not.toContain("access");
		expect(navigationFor(1).every((group) => group.pages.length > 0)).toBe(true);
	});

	it("have keys of their own", () => {
		const keys = navigation.flatMap((group) => group.pages.map((page) => page.key));
		expect(new Set(keys).size).toBe(keys.length);
	});

	it("are found again by their address and by what lies below it", () => {
		for (const page of navigation.flatMap((group) => group.pages)) {
			expect(pageAt("1", pageHref("1", page))?.name).toBe(page.name);
		}
		expect(pageAt("1", "/guilds/1/cases/42")?.name).toBe("cases");
		expect(pageAt("1", "/guilds/1/report")?.name).toBe("analytics");
		expect(pageAt("1", "/guilds/1/casesque")).toBeUndefined();
	});
});

describe("a change of the address", () => {
	it("sets, replaces and removes what it names and keeps the rest", () => {
		expect(patchSearch("q=ana&type=ban", { type: "warn" })).toBe("?q=ana&type=warn");
		expect(patchSearch("type=ban", { type: ["ban", "warn"] })).toBe("?type=ban&type=warn");
		expect(patchSearch("q=ana", { q: "" })).toBe("");
		expect(patchSearch("q=ana&open=4", { open: null })).toBe("?q=ana");
	});
});
