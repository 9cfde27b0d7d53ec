import { OAuth2Scopes } from "discord-api-types/v10";
import type { ClientSettings } from "../state";

/** An authorization request whose client and redirect address are known to be right. */
export type AuthorizeRequest = {
	clientId: string;
	redirectUri: string;
	scopes: string[];
	state: string | null;
	codeChallenge: string | null;
	prompt: "consent" | "none";
};

export type AuthorizeInput = { get(name: string): string | null };

export type AuthorizeOutcome =
	| { kind: "ask"; request: AuthorizeRequest }
	/** The bot is being added to a server; no code is issued. */
	| { kind: "add_bot"; guildId: string | null }
	/** The request is wrong, and the application may be told by redirect. */
	| { kind: "redirect"; location: string }
	/** Nobody may be redirected: the address could be an attacker's. */
	| { kind: "page"; title: string; detail: string };

const knownScopes = new Set<string>(Object.values(OAuth2Scopes));

/** Checks the parameters of `/oauth2/authorize` in the order that decides who may be told about a fault. */
export function readAuthorizeRequest(client: ClientSettings, input: AuthorizeInput): AuthorizeOutcome {
	if (input.get("client_id") !== client.clientId) {
		return {
			kind: "page",
			title: "Unknown Application",
			detail: "There is no application with this client_id.",
		};
	}
	const scopes = (input.get("scope") ?? "").split(/[\s+]+/).filter(Boolean);
	const redirectUri = input.get("redirect_uri");
	if (scopes.includes("bot") && redirectUri === null) {
		return { kind: "add_bot", guildId: input.get("guild_id") };
	}
	if (redirectUri === null || !isRegistered(client, redirectUri)) {
		const detail = "The redirect_uri is missing or not registered for this application.";
		return { kind: "page", title: "Invalid OAuth2 redirect_uri", detail };
	}
	const refusal = refuse(input, scopes);
	const state = input.get("state");
	if (refusal) return { kind: "redirect", location: redirectWith(redirectUri, { ...refusal, state }) };
	const prompt = input.get("prompt") === "none" ? "none" : "consent";
	const codeChallenge = input.get("code_challenge");
	return {
		kind: "ask",
		request: { clientId: client.clientId, redirectUri, scopes, state, codeChallenge, prompt },
	};
}

type Refusal = { error: string; error_description: string };

function refuse(input: AuthorizeInput, scopes: string[]): Refusal | undefined {
	if (input.get("response_type") !== "code") {
		return {
			error: "unsupported_response_type",
			error_description: "The authorization server does not support obtaining a token using this method.",
		};
	}
	if (scopes.length === 0 || scopes.some((scope) => !knownScopes.has(scope))) {
		return {
			error: "invalid_scope",
			error_description: "The requested scope is invalid, unknown, or malformed.",
		};
	}
	const challenge = input.get("code_challenge");
	const validChallenge = challenge !== null && /^[\w-]{43}$/.test(challenge);
	if (challenge !== null && (input.get("code_challenge_method") !== "S256" || !validChallenge)) {
		return { error: "invalid_request", error_description: "Only S256 is supported for code_challenge." };
	}
	return undefined;
}

/** Adds parameters to a redirect address; null ones are left out. */
export function redirectWith(redirectUri: string, parameters: Record<string, string | null>): string {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== null) url.searchParams.set(name, value);
	}
	return url.href;
}

function isRegistered({ redirectUris }: ClientSettings, redirectUri: string): boolean {
	if (redirectUris) return redirectUris.includes(redirectUri);
	if (!URL.canParse(redirectUri)) return false;
	const { protocol, hostname } = new URL(redirectUri);
	return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
