import { createHash, randomBytes } from "node:crypto";
import { database } from "./login";

export type Visitor = { id: string; token: string };

type VisitorWish = {
	/** Levels by guild id; none anywhere unless said. */
	levels?: Record<string, number>;
	session?: "open" | "expired" | "revoked";
};

/** A person nobody knew before, signed in, with exactly these levels: what the demo's six people cannot be. */
export async function visitor({ levels = {}, session = "open" }: VisitorWish = {}): Promise<Visitor> {
	const token = randomBytes(32).toString("base64url");
	const digits = randomBytes(6).readUIntBE(0, 6).toString().padStart(15, "0");
	const id = `700${digits}`;
	await database(
		`WITH person AS (
			INSERT INTO web_users (user_id, discord_username, guilds_synced_at)
			VALUES ($1, 'visitor', now() + interval '1 day') RETURNING user_id
		), access AS (
			INSERT INTO server_admins (server_id, user_id, source, level, checked_at)
			SELECT key::bigint, user_id, 'discord', value::smallint, now() + interval '1 day'
			FROM person, jsonb_each_text($2)
		)
		INSERT INTO web_sessions (user_id, token_hash, expires_at, absolute_expires_at, revoked_at, is_active)
		SELECT user_id, $3, now() + $4::interval, now() + interval '1 day', $5::timestamptz, $5::timestamptz IS NULL
		FROM person`,
		[
			id,
			JSON.stringify(levels),
			createHash("sha256").update(token).digest(),
			session === "expired" ? "-1 minute" : "1 hour",
			session === "revoked" ? new Date().toISOString() : null,
		],
	);
	return { id, token };
}

/** A personal API token of a visitor, as /account makes it. */
export async function apiToken(
	owner: Pick<Visitor, "id">,
	limits: { maxLevel?: number; guildId?: string } = {},
): Promise<string> {
	const token = `gh_${randomBytes(32).toString("base64url")}`;
	await database(
		"INSERT INTO api_tokens (user_id, name, token_hash, max_level, guild_id) VALUES ($1, 'test', $2, $3, $4)",
		[owner.id, createHash("sha256").update(token).digest(), limits.maxLevel ?? null, limits.guildId ?? null],
	);
	return token;
}
