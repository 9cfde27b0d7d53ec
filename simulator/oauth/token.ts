import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { SimulatorState } from "../state";
import { verifierMatches } from "./codes";
import type { TokenPair } from "./tokens";

/** An answer in the shape of RFC 6749: `{ error, error_description? }`. */
class OAuthError extends Error {
	readonly status: ContentfulStatusCode;
	readonly error: string;

	constructor(error: string, description = "", status: ContentfulStatusCode = 400) {
		super(description);
		this.error = error;
		this.status = status;
	}
}

/** `/oauth2/token` and `/oauth2/token/revoke`. */
export function tokenRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.post("/token", (context) =>
		answer(context, async () => {
			const form = await readForm(context);
			authenticateClient(state, context, form);
			const pair = grant(state, form);
			return {
				token_type: "Bearer",
				access_token: pair.access,
				expires_in: pair.expiresIn,
				refresh_token: pair.refresh,
				scope: pair.scopes.join(" "),
			};
		}),
	);

	routes.post("/token/revoke", (context) =>
		answer(context, async () => {
			const form = await readForm(context);
			authenticateClient(state, context, form);
			state.tokens.revoke(required(form, "token"));
			return {};
		}),
	);

	return routes;
}

async function answer(context: Context, work: () => Promise<object>): Promise<Response> {
	context.header("Cache-Control", "no-store");
	try {
		return context.json(await work());
	} catch (error) {
		if (!(error instanceof OAuthError)) throw error;
		const description = error.message && { error_description: error.message };
		return context.json({ error: error.error, ...description }, error.status);
	}
}

async function readForm(context: Context): Promise<URLSearchParams> {
	const type = context.req.header("content-type") ?? "";
	if (!type.startsWith("application/x-www-form-urlencoded")) {
		throw new OAuthError("invalid_request", "The body must be application/x-www-form-urlencoded.");
	}
	return new URLSearchParams(await context.req.text());
}

/** The client's id and secret come in the body or as HTTP Basic, whose parts are form-encoded (RFC 6749, 2.3.1). */
function authenticateClient(state: SimulatorState, context: Context, form: URLSearchParams): void {
	const [scheme, encoded] = context.req.header("authorization")?.split(" ") ?? [];
	const basic = scheme === "Basic" && encoded ? Buffer.from(encoded, "base64").toString() : undefined;
	const [id, secret] =
		basic === undefined
			? [form.get("client_id"), form.get("client_secret")]
			: basic.split(":").map((part) => new URLSearchParams(`v=${part}`).get("v"));
	if (id !== state.client.clientId || !sameText(secret ?? "", state.client.clientSecret)) {
		throw new OAuthError("invalid_client", "", 401);
	}
}

function grant(state: SimulatorState, form: URLSearchParams): TokenPair {
	const type = form.get("grant_type");
	if (type === "authorization_code") return exchangeCode(state, form);
	if (type === "refresh_token") return refresh(state, form);
	throw new OAuthError("unsupported_grant_type", `Grant type ${type ?? "None"} is not supported`);
}

function exchangeCode(state: SimulatorState, form: URLSearchParams): TokenPair {
	const found = state.codes.take(required(form, "code"));
	if (!found) throw new OAuthError("invalid_grant", 'Invalid "code" in request.');
	if (form.get("redirect_uri") !== found.redirectUri) {
		throw new OAuthError("invalid_grant", 'Invalid "redirect_uri" in request.');
	}
	if (!verifierMatches(found.codeChallenge, form.get("code_verifier") ?? undefined)) {
		throw new OAuthError("invalid_grant", 'Invalid "code_verifier" in request.');
	}
	return state.tokens.issue(found.userId, found.scopes);
}

/** A refresh token works once: the answer brings the next one. */
function refresh(state: SimulatorState, form: URLSearchParams): TokenPair {
	const token = required(form, "refresh_token");
	const claims = state.tokens.open("refresh", token);
	if (!claims) throw new OAuthError("invalid_grant", 'Invalid "refresh_token" in request.');
	state.tokens.revoke(token);
	return state.tokens.issue(claims.userId, claims.scopes);
}

function required(form: URLSearchParams, name: string): string {
	const value = form.get(name);
	if (!value) throw new OAuthError("invalid_request", `Missing "${name}" in request.`);
	return value;
}

function sameText(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}
