import "server-only";
import { pool } from "@/lib/db/pool";
import { log } from "@/lib/log";
import { seal, unseal } from "@/lib/secrets";

/** A person's OAuth tokens at Discord; `expiresAt` in milliseconds since 1970. */
export type Tokens = { accessToken: string; refreshToken: string | null; expiresAt: number };

type Row = { access_token: Buffer | null; refresh_token: Buffer | null; expires_at: string | null };

/** The decrypted tokens of a person; nothing if none are stored, or if they can no longer be decrypted. */
export async function readTokens(userId: string): Promise<Tokens | undefined> {
	const { rows } = await pool("auth").query<Row>(
		"SELECT access_token, refresh_token, expires_at FROM web_accounts WHERE provider = 'discord' AND user_id = $1",
		[userId],
	);
	const row = rows[0];
	if (row === undefined || row.access_token === null) return undefined;
	try {
		return {
			accessToken: unseal(row.access_token.toString("utf8")),
			refreshToken: row.refresh_token === null ? null : unseal(row.refresh_token.toString("utf8")),
			expiresAt: row.expires_at === null ? 0 : Date.parse(row.expires_at),
		};
	} catch (error) {
		log().warn(
			{ userId, err: error },
			"a person's tokens cannot be decrypted; signing in again replaces them",
		);
		return undefined;
	}
}

/** Encrypts and keeps a person's tokens, in place of earlier ones. */
export async function saveTokens(userId: string, tokens: Tokens): Promise<void> {
	const access = seal(tokens.accessToken);
	await pool("auth").query(
		`UPDATE web_accounts SET access_token = $2, refresh_token = $3, expires_at = $4, token_key_id = $5
		 WHERE provider = 'discord' AND user_id = $1`,
		[
			userId,
			Buffer.from(access),
			tokens.refreshToken === null ? null : Buffer.from(seal(tokens.refreshToken)),
			new Date(tokens.expiresAt),
			access.split(".")[0],
		],
	);
}
