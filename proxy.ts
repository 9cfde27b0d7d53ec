import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

/** Runs before every page: a request id, a nonce for the page's scripts, and the headers that keep a page to itself. */
export function proxy(request: NextRequest): NextResponse {
	const nonce = Buffer.from(randomUUID()).toString("base64");
	const id = randomUUID();
	const policy = contentSecurityPolicy(nonce);
	const headers = new Headers(request.headers);
	headers.set("x-request-id", id);
	headers.set("x-nonce", nonce);
	headers.set("x-guildhall-path", request.nextUrl.pathname + request.nextUrl.search);
	headers.set("content-security-policy", policy);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("content-security-policy", policy);
	response.headers.set("x-request-id", id);
	if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000");
	return response;
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

/** Whether people reach this site over https, as the address that they type says. */
function isHttps(): boolean {
	return env().NEXTAUTH_URL.startsWith("https://");
}

export const config = {
	matcher: [
		{
			source: "/((?!api/|_next/|favicon|.*\\.(?:svg|png|ico|webmanifest|txt)$).*)",
			missing: [{ type: "header", key: "next-router-prefetch" }],
		},
	],
};
