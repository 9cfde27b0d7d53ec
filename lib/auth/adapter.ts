import "server-only";
import { createHash } from "node:crypto";
import { cookies, headers } from "next/headers";
import type { Adapter, AdapterAccount, AdapterSession, AdapterUser } from "next-auth/adapters";
import { pool } from "@/lib/db/pool";
import { callerAddress } from "./caller-address";
import { SESSION_ABSOLUTE_SECONDS } from "./session-length";
import { sessionTokenIn } from "./token";

type UserRow = { id: string; name: string };

const toUser = (row: UserRow | undefined): AdapterUser | null =>
	row === undefined ? null : { id: row.id, name: row.name, email: "", emailVerified: null };

const hash = (token: string): Buffer => createHash("sha256").update(token).digest();

const SELECT_USER = `SELECT u.user_id::text AS id, u.discord_username AS name FROM web_users u`;

/**
 * next-auth's storage on the auth role: people by their Discord id, sessions by their token's hash.
 * OAuth tokens are written by the sign-in event, encrypted, and never here.
 */
export function adapter({ ignoreSession }: { ignoreSession: boolean }): Adapter {
	const db = pool("auth");
	const findUser = async (where: string, value: string) =>
		toUser((await db.query<UserRow>(`${SELECT_USER} WHERE ${where}`, [value])).rows[0]);
	return {
		createUser: async (user: Omit<AdapterUser, "id"> & { discordId?: string }) => {
			await db.query(
				`INSERT INTO web_users (user_id, discord_username) VALUES ($1, $2)
				 ON CONFLICT (user_id) DO UPDATE SET discord_username = excluded.discord_username`,
				[user.discordId, user.name],
			);
			return { id: user.discordId ?? "", name: user.name ?? null, email: "", emailVerified: null };
		},
		getUser: (id) => findUser("u.user_id = $1", id),
		getUserByEmail: async () => null,
		getUserByAccount: ({ providerAccountId }) =>
			findUser(
				"EXISTS (SELECT 1 FROM web_accounts a WHERE a.user_id = u.user_id AND a.provider = 'discord' AND a.provider_account_id = $1)",
				providerAccountId,
			),
		updateUser: async (user) => (await findUser("u.user_id = $1", user.id)) as AdapterUser,
		linkAccount: async (account: AdapterAccount) => {
			await db.query(
				`INSERT INTO web_accounts (provider, provider_account_id, user_id, type, token_type, scope)
				 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (provider, provider_account_id) DO NOTHING`,
				[
					account.provider,
					account.providerAccountId,
					account.userId,
					account.type,
					account.token_type,
					account.scope,
				],
			);
		},
		createSession,
		getSessionAndUser: async (token) => (ignoreSession ? null : findSession(token)),
		updateSession: async ({ sessionToken }) => {
			await db.query("SELECT app.touch_session($1)", [sessionToken]);
			return null;
		},
		deleteSession: endSession,
	};
}

async function endSession(token: string): Promise<void> {
	await pool("auth").query(
		"UPDATE web_sessions SET is_active = false, revoked_at = now() WHERE token_hash = $1 AND revoked_at IS NULL",
		[hash(token)],
	);
}

/** Ends the session this browser already had, whoever owned it: nobody could sign it out later. */
async function createSession(session: {
	sessionToken: string;
	userId: string;
	expires: Date;
}): Promise<AdapterSession> {
	const address = await callerAddress();
	const replaced = sessionTokenIn(await cookies());
	if (replaced !== undefined) await endSession(replaced);
	await pool("auth").query(
		`INSERT INTO web_sessions (token_hash, user_id, expires_at, absolute_expires_at, user_agent, ip_address)
		 VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5, $6)`,
		[
			hash(session.sessionToken),
			session.userId,
			session.expires,
			SESSION_ABSOLUTE_SECONDS,
			(await headers()).get("user-agent")?.slice(0, 500) ?? null,
			address === "unknown" ? null : address,
		],
	);
	return session;
}

async function findSession(token: string): Promise<{ session: AdapterSession; user: AdapterUser } | null> {
	const { rows } = await pool("auth").query<UserRow & { expires: string }>(
		`SELECT u.user_id::text AS id, u.discord_username AS name, s.expires_at AS expires
		 FROM web_sessions s JOIN web_users u ON u.user_id = s.user_id
		 WHERE s.token_hash = $1 AND s.is_active AND s.revoked_at IS NULL AND s.expires_at > now()
			AND s.absolute_expires_at > now() AND u.is_active`,
		[hash(token)],
	);
	const row = rows[0];
	const user = toUser(row);
	if (row === undefined || user === null) return null;
	return { session: { sessionToken: token, userId: row.id, expires: new Date(row.expires) }, user };
}
