import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./config";

describe("the language of a request", () => {
	it("is what the reader chose, whatever the browser says", () => {
		expect(negotiateLocale("de", "en")).toBe("de");
	});

	it("is the best of the browser's that we speak", () => {
		expect(negotiateLocale(undefined, "fr, de-AT;q=0.8, en;q=0.5")).toBe("de");
		expect(negotiateLocale(undefined, "de;q=0.2, en;q=0.9")).toBe("en");
		expect(negotiateLocale(undefined, "de;q=0, fr")).toBe("en");
	});

	it("is English when nothing usable is said", () => {
		expect(negotiateLocale("xx", null)).toBe("en");
		expect(negotiateLocale(undefined, ";;q=,,")).toBe("en");
	});
});
