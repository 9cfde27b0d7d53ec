import "server-only";
import type { Account } from "next-auth";
import type { DiscordProfile } from "next-auth/providers/discord";
import { setPreferenceCookies } from "@/lib/account/preference-cookies";
import { changePreferences } from "@/lib/account/schema";
import { pool } from "@/lib/db/pool";
import { refreshToken } from "@/lib/discord/oauth";
import { permissionBit } from "@/lib/discord/permissions";
import { currentUserGuilds, type UserGuild } from "@/lib/discord/rest";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { readTokens, saveTokens, type Tokens } from "./accounts";
import type { Level } from "./permissions";

/** After an answer that did not come, Discord is left alone this long (milliseconds), unless it named a time. */
const BACKOFF_MS = 15_000;
/** Tokens are renewed when they end within this time (milliseconds). */
const RENEW_BEFORE_MS = 60_000;

const underWay = new Map<string, Promise<void>>();
const notBefore = new Map<string, number>();

/**
 * Asks Discord again which guilds the holder of `token` may manage and writes the answer down. When Discord does not
 * answer (429, 5xx, time-out) the last good list stays; the database stops counting it after ten minutes.
 * One request per person at a time; never called inside a scope, since it may take seconds.
 */
export async function refreshAccess(token: string): Promise<void> {
	const { rows } = await pool("auth").query<{ id: string | null }>(
		"SELECT app.touch_caller($1)::text AS id",
		[token],
	);
	const userId = rows[0]?.id;
	if (userId === null || userId === undefined) return;
	const running = underWay.get(userId) ?? refreshPerson(userId).finally(() => underWay.delete(userId));
	underWay.set(userId, running);
	await running;
}

async function refreshPerson(userId: string): Promise<void> {
	if ((notBefore.get(userId) ?? 0) > Date.now()) return;
	try {
		const tokens = await usableTokens(userId);
		if (tokens === undefined) postpone(userId, BACKOFF_MS);
		else await syncGuilds(userId, tokens.accessToken);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		postpone(userId, (error.retryAfter ?? 0) * 1000 || BACKOFF_MS);
		log().warn({ userId, code: error.code }, "Discord did not say which servers this person may manage");
	}
}

function postpone(userId: string, milliseconds: number): void {
	notBefore.set(userId, Date.now() + milliseconds);
}

async function usableTokens(userId: string): Promise<Tokens | undefined> {
	const tokens = await readTokens(userId);
	if (tokens === undefined || tokens.expiresAt > Date.now() + RENEW_BEFORE_MS) return tokens;
	if (tokens.refreshToken === null) return undefined;
	const renewed = await refreshToken(tokens.refreshToken);
	await saveTokens(userId, renewed);
	return renewed;
}

/**
 * What next-auth's sign-in event leaves behind: the profile, the encrypted tokens, and the guilds the person manages.
 * Signing in works without Discord's guild list; the person then sees the last good one.
 */
export async function rememberSignIn(
	account: Account | null,
	profile: DiscordProfile | undefined,
): Promise<void> {
	if (account?.access_token === undefined || profile === undefined) return;
	await pool("auth").query(
		`UPDATE web_users SET discord_username = $2, global_name = $3, discord_avatar = $4, is_operator = $5,
			last_login = now()
		 WHERE user_id = $1`,
		[
			profile.id,
			profile.username,
			profile.global_name,
			profile.avatar,
			env().GUILDHALL_OPERATORS.includes(profile.id),
		],
	);
	const tokens: Tokens = {
		accessToken: account.access_token,
		refreshToken: account.refresh_token ?? null,
		expiresAt: (account.expires_at ?? 0) * 1000,
	};
	await saveTokens(profile.id, tokens);
	await restorePreferences(profile.id);
	notBefore.delete(profile.id);
	await refreshPerson(profile.id);
}

/** What the person chose on another device is in force from the first page on. */
async function restorePreferences(userId: string): Promise<void> {
	const { rows } = await pool("auth").query<{ theme: string; language: string; timezone: string }>(
		"SELECT theme, language, timezone FROM user_preferences WHERE user_id = $1",
		[userId],
	);
	const kept = changePreferences.safeParse({
		theme: rows[0]?.theme,
		language: rows[0]?.language,
		timeZone: rows[0]?.timezone,
	});
	if (kept.success) await setPreferenceCookies(kept.data);
}

async function syncGuilds(userId: string, accessToken: string): Promise<void> {
	const guilds = await currentUserGuilds(accessToken);
	const managed = guilds
		.map((guild) => ({
			guild_id: guild.id,
			name: guild.name,
			icon: guild.icon,
			owner: guild.owner,
			level: levelOf(guild),
			member_count: guild.memberCount,
		}))
		.filter((guild) => guild.level > 0);
	await pool("auth").query("SELECT app.sync_admins($1, $2::jsonb)", [userId, JSON.stringify(managed)]);
}

/** The level that Discord's own rights give here: owner 7, Administrator 6, Manage Server 5, otherwise none. */
export function levelOf(guild: Pick<UserGuild, "owner" | "permissions">): Level {
	if (guild.owner) return 7;
	const bits = BigInt(guild.permissions);
	if (bits & permissionBit("ADMINISTRATOR")) return 6;
	return bits & permissionBit("MANAGE_GUILD") ? 5 : 0;
}
