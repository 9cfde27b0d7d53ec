import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pageWait } from "@/lib/api/page-limit";
import { tooManyPages } from "@/lib/api/too-many-pages";
import { env, isHttps } from "@/lib/env";
import { requestHeaders } from "@/lib/request-headers";

/**
 * Runs before every page, and before what Next's router fetches of one: counts it against its limit, and gives it a
 * request id, a nonce for its scripts, and the headers that keep a page to itself.
 */
export async function proxy(request: NextRequest): Promise<Response> {
	const nonce = Buffer.from(randomUUID()).toString("base64");
	const id = randomUUID();
	const policy = contentSecurityPolicy(nonce);
	const wait = await pageWait(request);
	const response = wait === undefined ? passOn(request, { id, nonce, policy }) : tooManyPages(request, wait);
	response.headers.set("content-security-policy", policy);
	response.headers.set(requestHeaders.id, id);
	if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000");
	return response;
}

/** To the page, which reads the id and where it stands from headers, as Next reads the nonce from the policy. */
function passOn(request: NextRequest, given: { id: string; nonce: string; policy: string }): Response {
	const headers = new Headers(request.headers);
	headers.set(requestHeaders.id, given.id);
	headers.set(requestHeaders.nonce, given.nonce);
	headers.set(requestHeaders.path, request.nextUrl.pathname + request.nextUrl.search);
	headers.set("content-security-policy", given.policy);
	return NextResponse.next({ request: { headers } });
}

function contentSecurityPolicy(nonce: string): string {
	const { NODE_ENV, DISCORD_CDN_URL, DISCORD_AUTHORIZE_URL } = env();
	const development = NODE_ENV === "development";
	return [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
		"style-src 'self' 'unsafe-inline'",
		`img-src 'self' data: ${new URL(DISCORD_CDN_URL).origin}`,
		"font-src 'self'",
		`connect-src 'self'${development ? " ws:" : ""}`,
		"object-src 'none'",
		"base-uri 'none'",
		// Signing in is a form whose answer redirects to Discord.
		`form-action 'self' ${new URL(DISCORD_AUTHORIZE_URL).origin}`,
		"frame-ancestors 'none'",
		...(isHttps() ? ["upgrade-insecure-requests"] : []),
	].join("; ");
}

// Not by the address's ending: whatever is no file is answered with a page, and that page needs its policy too.
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };
