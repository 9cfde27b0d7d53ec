import type { Context } from "hono";
import { unauthorized } from "./errors";
import type { SimulatorState } from "./state";

/** Who sent a request: the application's bot, or a person through a token with scopes. */
export type Identity =
	| { kind: "bot" }
	| { kind: "user"; userId: string; scopes: string[]; expiresAt: number };

/** Reads the `Authorization` header; undefined when it is absent or not valid. */
export function identify(state: SimulatorState, header: string | undefined): Identity | undefined {
	const [scheme, token] = header?.split(" ") ?? [];
	if (scheme === undefined || token === undefined) return undefined;
	if (scheme === "Bot") return token === state.client.botToken ? { kind: "bot" } : undefined;
	if (scheme !== "Bearer") return undefined;
	const claims = state.tokens.open("access", token);
	if (!claims) return undefined;
	const { userId, scopes, expiresAt } = claims;
	return { kind: "user", userId, scopes, expiresAt };
}

/** How the log and the rate limits name a caller. */
export function callerName(identity: Identity | undefined): string | null {
	if (!identity) return null;
	return identity.kind === "bot" ? "bot" : `user:${identity.userId}`;
}

/**
 * Requires the bot, or a person whose token has the scope. Discord answers a missing scope like a missing token.
 * @throws DiscordError 401
 */
export function requireScope(state: SimulatorState, context: Context, scope: string): Identity {
	const identity = identify(state, context.req.header("authorization"));
	if (!identity || (identity.kind === "user" && !identity.scopes.includes(scope))) throw unauthorized();
	return identity;
}

/** Requires the bot. @throws DiscordError 401 */
export function requireBot(state: SimulatorState, context: Context): void {
	if (identify(state, context.req.header("authorization"))?.kind !== "bot") throw unauthorized();
}

/** The Discord id behind an identity. */
export function identityUserId(state: SimulatorState, identity: Identity): string {
	return identity.kind === "bot" ? state.world.application.bot.id : identity.userId;
}
