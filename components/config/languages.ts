/** The languages Discord itself speaks. @see https://discord.com/developers/docs/reference#locales */
export const discordLocales = [
	"en-US",
	"en-GB",
	"bg",
	"cs",
	"da",
	"de",
	"el",
	"es-419",
	"es-ES",
	"fi",
	"fr",
	"hi",
	"hr",
	"hu",
	"id",
	"it",
	"ja",
	"ko",
	"lt",
	"nl",
	"no",
	"pl",
	"pt-BR",
	"ro",
	"ru",
	"sv-SE",
	"th",
	"tr",
	"uk",
	"vi",
	"zh-CN",
	"zh-TW",
];

/** The same without regions. */
export const languages = [...new Set(discordLocales.map((locale) => locale.split("-")[0] ?? locale))];

/** What a language is called in the reader's own: "German (de)". */
export function languageName(tag: string, locale: string): string {
	const name = new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(tag);
	return name === undefined ? tag : `${name} (${tag})`;
}
