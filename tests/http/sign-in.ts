import { personId } from "@/prisma/seed/world/people";
import type { PersonKey } from "@/prisma/seed/world/types";
import { CookieJar } from "./cookie-jar";

/**
 * Signs in as one of the six people as a browser would: next-auth's form, the simulated Discord's page, and the way
 * back with its code.
 * @param baseUrl the site's origin, the same as its `NEXTAUTH_URL`
 * @param jar the browser's cookies; a new browser's unless said
 * @returns the value for a `Cookie` header
 * @throws Error naming the step that answered something else than expected
 */
export async function signIn(
	baseUrl: string,
	person: PersonKey,
	jar: CookieJar = new CookieJar(),
): Promise<string> {
	const authorizeUrl = await startSignIn(baseUrl, jar);
	const callback = await choosePerson(authorizeUrl, person);
	const answer = await visit(callback, jar);
	const target = answer.headers.get("location") ?? "";
	if (answer.status !== 302 || new URL(target, baseUrl).searchParams.has("error")) {
		throw new Error(`the callback answered ${answer.status} and leads to "${target}"`);
	}
	return jar.header();
}

/** next-auth's `POST /signin/discord`, which answers with the address of Discord's page. */
async function startSignIn(baseUrl: string, jar: CookieJar): Promise<URL> {
	const csrf = await visit(`${baseUrl}/api/auth/csrf`, jar);
	if (csrf.status !== 200) throw new Error(`/api/auth/csrf answered ${csrf.status}`);
	const { csrfToken } = (await csrf.json()) as { csrfToken: string };
	const body = new URLSearchParams({ csrfToken, callbackUrl: `${baseUrl}/`, json: "true" });
	const started = await visit(`${baseUrl}/api/auth/signin/discord`, jar, { method: "POST", body });
	const { url } = (await started.json()) as { url: string };
	if (!url.includes("/oauth2/authorize?")) throw new Error(`signing in leads to "${url}"`);
	return new URL(url);
}

/** Loads the simulated Discord's page and presses the person's button. */
async function choosePerson(authorizeUrl: URL, person: PersonKey): Promise<string> {
	const page = await fetch(authorizeUrl, { redirect: "manual" });
	if (page.status !== 200) throw new Error(`Discord's page answered ${page.status}`);
	const body = new URLSearchParams(authorizeUrl.searchParams);
	body.set("user_id", personId(person));
	const action = new URL(authorizeUrl.pathname, authorizeUrl);
	const chosen = await fetch(action, { method: "POST", body, redirect: "manual" });
	const callback = chosen.headers.get("location");
	if (callback === null) throw new Error(`choosing ${person} answered ${chosen.status}`);
	return callback;
}

async function visit(url: string, jar: CookieJar, init: RequestInit = {}): Promise<Response> {
	const headers = { Cookie: jar.header(), Origin: new URL(url).origin };
	const response = await fetch(url, { ...init, headers, redirect: "manual" });
	jar.store(response);
	return response;
}
