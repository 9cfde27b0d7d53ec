/** The languages of the interface; the first is the default. */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words. */
export const localeNames = { en: "English", de: "Deutsch" } as const satisfies Record<Locale, string>;

/** Cookies that hold what the reader chose; all readable by scripts because scripts change them. */
export const preferenceCookies = {
	locale: "locale",
	theme: "theme",
	timeZone: "timezone",
	sidebar: "sidebar",
} as const;

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function isLocale(value: unknown): value is Locale {
	return locales.some((locale) => locale === value);
}

export function isTheme(value: unknown): value is Theme {
	return themes.some((theme) => theme === value);
}

/**
 * The language for a request: the reader's choice, otherwise the first of `Accept-Language` that we speak.
 * Quality values are honoured; a region (`de-AT`) counts as its language.
 */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
	if (isLocale(chosen)) return chosen;
	const wanted = (acceptLanguage ?? "")
		.split(",")
		.map((part) => {
			const [tag = "", ...parameters] = part.trim().split(";");
			const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
			return { language: tag.toLowerCase().split("-")[0], quality: quality ? Number(quality.slice(2)) : 1 };
		})
		.filter((entry) => entry.quality > 0)
		.sort((a, b) => b.quality - a.quality);
	return wanted.map((entry) => entry.language).find(isLocale) ?? locales[0];
}
