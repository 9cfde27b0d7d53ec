import "server-only";
import type { NextAuthOptions } from "next-auth";
import type { DiscordProfile } from "next-auth/providers/discord";
import Discord from "next-auth/providers/discord";
import { env, isHttps } from "@/lib/env";
import { log } from "@/lib/log";
import { adapter } from "./adapter";
import { rememberSignIn } from "./refresh";
import { SESSION_IDLE_SECONDS } from "./session-length";
import { newToken, sessionCookieName } from "./token";

/**
 * next-auth's Discord provider with sessions in the database.
 * @param action which of next-auth's routes is served; on the way back from Discord an existing session is ignored, so
 *   that signing in as somebody else replaces it instead of being refused as a foreign account
 */
export function authOptions(action?: string): NextAuthOptions {
	const settings = env();
	return {
		secret: settings.NEXTAUTH_SECRET,
		useSecureCookies: isHttps(),
		adapter: adapter({ ignoreSession: action === "callback" }),
		session: { strategy: "database", maxAge: SESSION_IDLE_SECONDS, generateSessionToken: newToken },
		cookies: {
			sessionToken: {
				name: sessionCookieName(),
				options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() },
			},
		},
		pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
		providers: [
			Discord({
				clientId: settings.DISCORD_CLIENT_ID,
				clientSecret: settings.DISCORD_CLIENT_SECRET,
				authorization: { url: settings.DISCORD_AUTHORIZE_URL, params: { scope: "identify guilds" } },
				token: `${settings.DISCORD_API_URL}/oauth2/token`,
				userinfo: `${settings.DISCORD_API_URL}/users/@me`,
				checks: ["pkce", "state"],
				profile: (profile: DiscordProfile) => ({
					id: profile.id,
					discordId: profile.id,
					name: profile.username,
					email: "",
					image: profile.avatar,
					// The sign-in event gets this object and not Discord's own answer.
					username: profile.username,
					global_name: profile.global_name,
					avatar: profile.avatar,
				}),
			}),
		],
		callbacks: {
			redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
			session: ({ session, user }) => ({ expires: session.expires, user: { name: user.name ?? null } }),
		},
		events: {
			signIn: ({ account, profile }) => rememberSignIn(account, profile as DiscordProfile | undefined),
		},
		logger: {
			error: (code, metadata) =>
				log().error({ code, err: metadata instanceof Error ? metadata : undefined }, "next-auth"),
			warn: (code) => log().warn({ code }, "next-auth"),
			debug: () => undefined,
		},
	};
}

/** Only paths of this site are followed after signing in or out. */
export function safeRedirect(url: string, baseUrl: string): string {
	const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : undefined;
	const own = new URL(baseUrl).origin;
	return target?.origin === own ? target.toString() : own;
}
