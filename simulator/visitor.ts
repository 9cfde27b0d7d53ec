import { createHash, randomBytes } from "node:crypto";
import { personId } from "@/prisma/seed/world/people";
import type { PersonKey } from "@/prisma/seed/world/types";
import { SIMULATED_CLIENT } from "./server";

/** Where tests send people back to; nothing listens there. */
export const REDIRECT_URI = "http://localhost:3000/api/auth/callback/discord";

export type TokenAnswer = {
	token_type: string;
	access_token: string;
	refresh_token: string;
	expires_in: number;
	scope: string;
};

/** What an application sends a browser to `/oauth2/authorize` with. */
export function authorizeQuery(overrides: Record<string, string> = {}): URLSearchParams {
	return new URLSearchParams({
		client_id: SIMULATED_CLIENT.clientId,
		redirect_uri: REDIRECT_URI,
		response_type: "code",
		scope: "identify guilds",
		state: "opaque-state",
		...overrides,
	});
}

/** A PKCE verifier and the S256 challenge that belongs to it. */
export function pkcePair(): { verifier: string; challenge: string } {
	const verifier = randomBytes(32).toString("base64url");
	return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Presses a person's button (or Cancel) and answers where the browser is sent. */
export async function choose(
	url: string,
	person: PersonKey | "cancel",
	query: URLSearchParams,
): Promise<URL> {
	const form = new URLSearchParams(query);
	if (person === "cancel") form.set("decision", "cancel");
	else form.set("user_id", personId(person));
	const response = await fetch(`${url}/oauth2/authorize`, { method: "POST", body: form, redirect: "manual" });
	return new URL(response.headers.get("location") ?? "about:blank");
}

/** Posts to the token endpoint as the application. */
export async function postToken(url: string, form: Record<string, string>): Promise<Response> {
	const { clientId, clientSecret } = SIMULATED_CLIENT;
	const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form });
	return fetch(`${url}/api/v10/oauth2/token`, { method: "POST", body });
}

/** The whole way from the button to the tokens. */
export async function authorize(
	url: string,
	person: PersonKey,
	scope = "identify guilds",
): Promise<TokenAnswer> {
	const { verifier, challenge } = pkcePair();
	const query = authorizeQuery({ scope, code_challenge: challenge, code_challenge_method: "S256" });
	const code = (await choose(url, person, query)).searchParams.get("code") ?? "";
	const response = await postToken(url, {
		grant_type: "authorization_code",
		code,
		redirect_uri: REDIRECT_URI,
		code_verifier: verifier,
	});
	return (await response.json()) as TokenAnswer;
}
