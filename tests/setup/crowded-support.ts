import type pg from "pg";

const SERVERS = 40;
const CONVERSATIONS = 2_000;

/**
 * Fills every partition of conversations with those of other servers. They are spread by server, so that one which held a
 * single server's would be read as quickly in whole.
 */
export async function crowdSupport(admin: pg.Client): Promise<void> {
	const servers = "SELECT 990000000000000000 + n AS id FROM generate_series(1, $1::int) n";
	await admin.query(`INSERT INTO discord_guilds (id, name) SELECT s.id, 'crowd' FROM (${servers}) s`, [
		SERVERS,
	]);
	await admin.query(
		`INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status, created_at)
		SELECT s.id, s.id, s.id, 'crowd', to_jsonb(repeat('said ', 80)), 'completed', now() - n * interval '4 hours'
		FROM (${servers}) s, generate_series(1, $2::int) n`,
		[SERVERS, CONVERSATIONS],
	);
}
