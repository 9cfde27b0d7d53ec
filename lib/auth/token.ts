import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { isHttps } from "@/lib/env";

/** The name of the cookie that carries the session token. */
export function sessionCookieName(): string {
	return isHttps() ? "__Host-guildhall.session" : "guildhall.session";
}

/** A fresh opaque session token: 256 random bits, base64url. The database only ever holds its SHA-256. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

/** Distinguishes personal API tokens from session tokens. */
export const API_TOKEN_PREFIX = "gh_";

const SHAPE = /^[A-Za-z0-9_-]{40,128}$/;

export type Credential = { token: string; kind: "session" | "bearer" };

/**
 * What the caller identifies with: a personal API token in `Authorization: Bearer`, otherwise the session cookie.
 * Something that cannot be a token counts as nothing; whether it is a valid one, the database decides.
 */
export async function credential(): Promise<Credential | undefined> {
	return credentialIn(await headers(), await cookies());
}

/** The same, from a request's headers and its cookies. */
export function credentialIn(head: Pick<Headers, "get">, jar: CookieJar): Credential | undefined {
	const authorization = head.get("authorization");
	if (authorization !== null) {
		const token = /^Bearer ([^ ]+)$/i.exec(authorization)?.[1];
		return token !== undefined && SHAPE.test(token) ? { token, kind: "bearer" } : undefined;
	}
	const token = sessionTokenIn(jar);
	return token === undefined ? undefined : { token, kind: "session" };
}

type CookieJar = { get(name: string): { value: string } | undefined };

/** The session token among a request's cookies, if it can be one. */
export function sessionTokenIn(jar: CookieJar): string | undefined {
	const token = jar.get(sessionCookieName())?.value;
	return token !== undefined && SHAPE.test(token) ? token : undefined;
}
