import { expect, it } from "vitest";
import { browserLocale } from "./browser-locale";

it("speaks the chosen language, whatever the browser prefers", () => {
	expect(browserLocale("theme=dark; locale=de", ["en-GB"])).toBe("de");
	expect(browserLocale("locale=en; theme=dark", ["de-AT", "de"])).toBe("en");
});

it("speaks the first language of the browser that it knows, else English", () => {
	expect(browserLocale("", ["fr-FR", "de-AT", "en"])).toBe("de");
	expect(browserLocale("locale=xx; my_locale=de", ["fr"])).toBe("en");
	expect(browserLocale("", [])).toBe("en");
});
