import "server-only";
import type { NextRequest } from "next/server";
import { isTheme, type Locale, negotiateLocale, preferenceCookies } from "@/lib/i18n/config";

/** Written out here: the page is answered before anything that could read the messages runs. */
const words = {
	en: {
		title: "Too many pages at once",
		body: (seconds: number) =>
			`More pages were requested from here than Guildhall serves in a minute. Wait ${seconds} s, then try again. Nothing you saved is lost.`,
		retry: "Try again",
	},
	de: {
		title: "Zu viele Seiten auf einmal",
		body: (seconds: number) =>
			`Von hier wurden mehr Seiten abgerufen, als Guildhall in einer Minute liefert. Warte ${seconds} s und versuche es dann erneut. Nichts, was du gespeichert hast, ist verloren.`,
		retry: "Erneut versuchen",
	},
} as const satisfies Record<Locale, { title: string; body: (seconds: number) => string; retry: string }>;

const style = `
	:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
	:root.light { color-scheme: light; } :root.dark { color-scheme: dark; }
	body { margin: 0; background: light-dark(#f7f7f8, #0f1012); color: light-dark(#18191c, #ececee); }
	main { box-sizing: border-box; min-height: 100dvh; max-width: 28rem; margin: auto; padding: 4rem 1.5rem;
		display: flex; flex-direction: column; justify-content: center; gap: .75rem; }
	h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; } p { margin: 0; color: light-dark(#55575d, #a3a5ab); }
	a { align-self: start; margin-top: .5rem; padding: .4rem .9rem; border-radius: .375rem; background: #5865f2;
		color: #fff; text-decoration: none; font-weight: 500; }`;

/**
 * The page shown instead of the requested one: 429, in the reader's language and theme, without a script.
 * @param seconds until it is worth trying again
 */
export function tooManyPages(request: NextRequest, seconds: number): Response {
	const chosen = request.cookies.get(preferenceCookies.locale)?.value;
	const locale = negotiateLocale(chosen, request.headers.get("accept-language"));
	const theme = request.cookies.get(preferenceCookies.theme)?.value;
	const { title, body, retry } = words[locale];
	const page = `<!doctype html>
<html lang="${locale}" class="${isTheme(theme) ? theme : "system"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Guildhall</title>
<style>${style}</style></head>
<body><main><h1>${title}</h1><p>${body(seconds)}</p><a href="">${retry}</a></main></body>
</html>
`;
	return new Response(page, {
		status: 429,
		headers: {
			"content-type": "text/html; charset=utf-8",
			"cache-control": "no-store",
			"retry-after": String(seconds),
		},
	});
}
