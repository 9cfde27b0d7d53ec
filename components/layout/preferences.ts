const year = 365 * 86_400;

/** Remembers a choice of the reader for a year, where the server reads it before it renders. */
export function rememberChoice(name: string, value: string): void {
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is there over HTTPS only
	document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax`;
}
