import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { createWorld, guildByKey, userGuilds } from "@/prisma/seed/world";
import { personId } from "@/prisma/seed/world/people";
import type { PersonKey } from "@/prisma/seed/world/types";

const world = createWorld();

/** The demo's servers by what tests want of them. */
export const guilds = {
	/** 5,000 members, 200,000 messages. */
	medium: guildByKey(world, "harbor"),
	small: guildByKey(world, "trail"),
	/** The bot has left it. */
	left: guildByKey(world, "cartridge"),
};

const pools = new Map<string, pg.Pool>();

function pool(variable: "DATABASE_AUTH_URL" | "DATABASE_BOT_URL" | "DATABASE_OWNER_URL"): pg.Pool {
	const connectionString = process.env[variable];
	if (connectionString === undefined)
		throw new Error(`${variable} is not set: run the tests through npm test`);
	const known = pools.get(variable) ?? new pg.Pool({ connectionString, max: 2 });
	pools.set(variable, known);
	return known;
}

/** Reads or arranges rows as the owner of the database, beside the application. */
export async function database<Row extends pg.QueryResultRow>(
	text: string,
	values: unknown[] = [],
): Promise<Row[]> {
	return (await pool("DATABASE_OWNER_URL").query<Row>(text, values)).rows;
}

/** Writes rows as the bot does. */
export async function asBot(text: string, values: unknown[] = []): Promise<void> {
	await pool("DATABASE_BOT_URL").query(text, values);
}

/** What Discord's bits are worth: the same rule as the application's, stated once more so that a test can disagree. */
function levelOf(guild: { owner: boolean; permissions: string }): number {
	if (guild.owner) return 7;
	const bits = BigInt(guild.permissions);
	return bits & 8n ? 6 : bits & 32n ? 5 : 0;
}

/**
 * Signs a person of the demo in without the browser: a session as sign-in makes it, and Discord's answer about their
 * servers, fresh.
 * @returns the session token, for the cookie `guildhall.session`
 */
export async function login(person: PersonKey): Promise<string> {
	const id = personId(person);
	const token = randomBytes(32).toString("base64url");
	const auth = pool("DATABASE_AUTH_URL");
	await auth.query(
		"INSERT INTO web_users (user_id, discord_username) VALUES ($1, $2) ON CONFLICT DO NOTHING",
		[id, person],
	);
	const managed = userGuilds(world, id).map((guild) => ({
		guild_id: guild.id,
		name: guild.name,
		icon: guild.icon,
		owner: guild.owner,
		level: levelOf(guild),
		member_count: guild.approximate_member_count,
	}));
	await auth.query("SELECT app.sync_admins($1, $2::jsonb)", [id, JSON.stringify(managed)]);
	await auth.query(
		`INSERT INTO web_sessions (user_id, token_hash, expires_at, absolute_expires_at, user_agent)
		 VALUES ($1, $2, now() + interval '1 hour', now() + interval '1 day', 'Mozilla/5.0 (X11; Linux) Firefox/140.0')`,
		[id, createHash("sha256").update(token).digest()],
	);
	return token;
}
