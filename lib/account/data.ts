import "server-only";
import { createHash } from "node:crypto";
import { addDays } from "date-fns";
import type { UserScope } from "@/lib/auth/scope";
import { API_TOKEN_PREFIX, newToken } from "@/lib/auth/token";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { maxTokens } from "./limits";
import type { ChangePreferences, CreateToken, Session, StartVisit, Token, Visit } from "./schema";

/** The person's usable sessions, the one used last first. */
export function listSessions(user: UserScope): Promise<Session[]> {
	return user.rows(sql`
		SELECT id, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
			host(ip_address) AS address, user_agent AS "userAgent", current
		FROM app.my_sessions()`);
}

/**
 * Ends one of the person's sessions; it acts on the next statement of any process.
 * @throws AppError `not_found` when it is not one of theirs
 */
export async function endSession(user: UserScope, sessionId: string): Promise<void> {
	const row = await user.one<{ ended: number }>(sql`SELECT app.revoke_sessions(${sessionId}::uuid) AS ended`);
	if (!row?.ended) throw new AppError("not_found");
}

/** Ends every session of the person, this one too. */
export async function endAllSessions(user: UserScope): Promise<void> {
	await user.rows(sql`SELECT app.revoke_sessions()`);
}

/** Writes what the person chose, and keeps what they did not name. */
export async function savePreferences(user: UserScope, change: ChangePreferences): Promise<void> {
	const userId = BigInt(user.userId);
	const { theme, language, timeZone } = change;
	const chosen = {
		...(theme === undefined ? {} : { theme }),
		...(language === undefined ? {} : { language }),
		...(timeZone === undefined ? {} : { timezone: timeZone }),
	};
	await user.db.userPreferences.upsert({
		where: { userId },
		create: { userId, theme: "system", language: "en", ...chosen },
		update: chosen,
		select: { userId: true },
	});
}

/** The person's API tokens that still work, newest first; never the tokens themselves. */
export function listTokens(user: UserScope): Promise<Token[]> {
	return user.rows(sql`
		SELECT t.id, t.name, t.hint, t.max_level AS "maxLevel", t.guild_id AS "guildId", g.name AS "guildName",
			t.created_at AS "createdAt", t.last_used_at AS "lastUsedAt", t.expires_at AS "expiresAt"
		FROM api_tokens t LEFT JOIN app.my_guilds() g ON g.guild_id = t.guild_id
		WHERE t.user_id = ${user.userId}::bigint AND t.revoked_at IS NULL
			AND (t.expires_at IS NULL OR t.expires_at > now())
		ORDER BY t.created_at DESC, t.id`);
}

/**
 * Makes an API token. Only its SHA-256 is kept, so this is the one time it can be shown.
 * @throws AppError `limit_reached` when as many of theirs work already as may
 */
export async function makeToken(
	user: UserScope,
	wanted: CreateToken,
): Promise<{ id: string; token: string }> {
	if ((await listTokens(user)).length >= maxTokens)
		throw new AppError("limit_reached", {
			detail: `You have ${maxTokens} active API tokens. Revoke one you no longer need.`,
		});
	const token = `${API_TOKEN_PREFIX}${newToken()}`;
	const hash = createHash("sha256").update(token).digest();
	const expiresAt = wanted.expiresInDays === null ? null : addDays(new Date(), wanted.expiresInDays);
	// In SQL: Prisma would also write the times of creation and change, which the web role may not.
	const row = await user.one<{ id: string }>(sql`
		INSERT INTO api_tokens (user_id, name, token_hash, hint, max_level, guild_id, expires_at)
		VALUES (${user.userId}::bigint, ${wanted.name}, ${hash}, ${token.slice(-4)}, ${wanted.maxLevel}::smallint,
			${wanted.guildId}::bigint, ${expiresAt}::timestamptz)
		RETURNING id`);
	if (row === undefined) throw new AppError("internal");
	return { id: row.id, token };
}

/** @throws AppError `not_found` when it is not one of the person's working tokens */
export async function revokeToken(user: UserScope, tokenId: string): Promise<void> {
	const { count } = await user.db.apiToken.updateMany({
		where: { id: tokenId, userId: BigInt(user.userId), revokedAt: null },
		data: { revokedAt: new Date() },
	});
	if (count === 0) throw new AppError("not_found");
}

/**
 * Lets the person into a server as an operator, at level 5, and writes it into that server's change log.
 * @throws AppError `forbidden` for anybody who is no operator; `not_found` for a server that the bot does not know
 */
export async function enterAsOperator(
	user: UserScope,
	{ guildId, reason, hours }: StartVisit,
): Promise<Visit> {
	const entered = await user
		.one<Visit>(sql`
			SELECT app.operator_enter(${guildId}::bigint, ${reason}, make_interval(hours => ${hours}::int)) AS "expiresAt"`)
		.catch((cause: unknown) => {
			throw refersToNothing(cause) ? new AppError("not_found", { cause }) : cause;
		});
	if (entered === undefined) throw new AppError("not_found");
	return entered;
}

/** Whether the database refused a row because what it belongs to is not there. */
function refersToNothing(error: unknown): boolean {
	return typeof error === "object" && error !== null && "code" in error && error.code === "23503";
}
