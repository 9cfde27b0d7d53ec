import { type Locale, negotiateLocale, preferenceCookies } from "./config";

/**
 * The language that the server would speak to this browser, where no document says it: the reader's choice, else the
 * first of the browser's languages that we speak.
 */
export function browserLocale(cookies: string, languages: readonly string[]): Locale {
	const start = `${preferenceCookies.locale}=`;
	const chosen = cookies.split("; ").find((cookie) => cookie.startsWith(start));
	return negotiateLocale(chosen?.slice(start.length), languages.join(","));
}
