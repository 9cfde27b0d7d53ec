import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import type { TestDatabase } from "./database";

export type SessionState = { expiresIn?: string; endsIn?: string; revoked?: boolean };

let last = 800_000_000_000_000_000n;

/** A Discord id that no other call answered. */
export function newId(): string {
	last += 1n;
	return String(last);
}

export const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

/** A guild with nothing in it. */
export async function makeGuild(db: TestDatabase, name = "Guild"): Promise<string> {
	const id = newId();
	await db
		.pool("guildhall_bot")
		.query("INSERT INTO discord_guilds (id, name, owner_id) VALUES ($1, $2, $1)", [id, name]);
	return id;
}

/** Somebody who may sign in. */
export async function makePerson(db: TestDatabase, name = "person"): Promise<string> {
	const id = newId();
	await db
		.pool("guildhall_auth")
		.query("INSERT INTO web_users (user_id, discord_username) VALUES ($1, $2)", [id, name]);
	return id;
}

/** A session as sign-in makes it; `state` bends it. @returns the token that the browser would hold */
export async function signIn(db: TestDatabase, userId: string, state: SessionState = {}): Promise<string> {
	const token = randomBytes(24).toString("base64url");
	const { expiresIn = "1 hour", endsIn = "1 day", revoked = false } = state;
	await db.pool("guildhall_auth").query(
		`INSERT INTO web_sessions (user_id, token_hash, expires_at, absolute_expires_at, is_active, revoked_at)
		VALUES ($1, $2, now() + $3::interval, now() + $4::interval, NOT $5, CASE WHEN $5 THEN now() END)`,
		[userId, digest(token), expiresIn, endsIn, revoked],
	);
	return token;
}

/** What Discord says about a person's guilds, as sign-in hands it over. */
export async function syncAdmins(db: TestDatabase, userId: string, levels: Record<string, number>) {
	const guilds = Object.entries(levels).map(([guildId, level]) => ({
		guild_id: guildId,
		level,
		name: `Guild ${guildId}`,
		owner: level === 7,
	}));
	await db.pool("guildhall_auth").query("SELECT app.sync_admins($1, $2)", [userId, JSON.stringify(guilds)]);
}

/** A person with the level in the guild, as Discord says it, and a session. */
export async function makeAdmin(db: TestDatabase, guildId: string, level = 7) {
	const userId = await makePerson(db);
	await syncAdmins(db, userId, { [guildId]: level });
	return { userId, token: await signIn(db, userId) };
}

/**
 * Runs `work` as the application does: on the web role, in one transaction that begins with the token and the guild;
 * committed unless `work` throws.
 */
export async function entered<T>(
	db: TestDatabase,
	token: string | null,
	guildId: string | null,
	work: (client: pg.PoolClient, level: number | null) => Promise<T>,
): Promise<T> {
	const client = await db.pool("guildhall_web").connect();
	try {
		await client.query("BEGIN");
		const { rows } = await client.query<{ level: number | null }>(
			"SELECT app.enter($1, $2, 'test-request') AS level",
			[token, guildId],
		);
		const result = await work(client, rows[0]?.level ?? null);
		await client.query("COMMIT");
		return result;
	} catch (error) {
		await client.query("ROLLBACK");
		throw error;
	} finally {
		client.release();
	}
}

/** The level that a token holds in a guild, as `app.enter` answers it. */
export const levelOf = (db: TestDatabase, token: string | null, guildId: string | null) =>
	entered(db, token, guildId, async (_client, level) => level);
