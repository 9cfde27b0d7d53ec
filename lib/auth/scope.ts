import "server-only";
import type pg from "pg";
import { pool } from "@/lib/db/pool";
import { type Handle, inTransaction } from "@/lib/db/transaction";
import { isSnowflake } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { type Level, may, type Permission } from "./permissions";
import { refreshAccess } from "./refresh";
import { requestId } from "./request-id";
import { credential } from "./token";

export type Actor = { userId: string; level: Level };

/** A database handle that can see exactly one guild, at the actor's level. */
export type GuildScope = Handle & { guildId: string; actor: Actor };

/** A database handle that can see what belongs to one person. */
export type UserScope = Handle & { userId: string };

/** Discord's list of a person's guilds is asked for again when the last answer is older than this. */
const FRESH_SECONDS = 60;

/**
 * The only way to hold a database handle for a guild: one transaction on the web role that has handed the caller's
 * token to the database, and whose level there suffices for `permission`. Reading permissions get a READ ONLY one.
 * @param guildId the guild's snowflake, as it stands in the address
 * @throws AppError `unauthenticated` without a valid session, `not_found` where the person has no level at all (so that
 *   ids cannot be probed), `forbidden` where the level is too low for `permission`
 */
export async function inGuild<T>(
	guildId: string,
	permission: Permission,
	work: (guild: GuildScope) => Promise<T>,
): Promise<T> {
	if (!isSnowflake(guildId)) throw new AppError("not_found");
	return enter(guildId, permission.endsWith(".read"), (handle, { level, userId }) => {
		if (level === null || level === 0) throw new AppError("not_found");
		if (!may(level, permission)) throw new AppError("forbidden");
		return work(Object.assign(open(handle), { guildId, actor: { userId, level: level as Level } }));
	});
}

/**
 * The same for what belongs to the person: sessions, preferences, tokens, the list of their guilds.
 * @throws AppError `unauthenticated` without a valid session
 */
export async function inUser<T>(work: (user: UserScope) => Promise<T>): Promise<T> {
	return enter(null, false, (handle, { userId }) => work(Object.assign(open(handle), { userId })));
}

/** A scope inherits from the handle: spreading would build the Prisma client that the lazy `db` getter postpones. */
function open(handle: Handle): Handle {
	return Object.create(handle) as Handle;
}

async function enter<T>(
	guildId: string | null,
	readOnly: boolean,
	work: (handle: Handle, entered: { level: number | null; userId: string }) => Promise<T>,
): Promise<T> {
	const caller = await credential();
	if (caller === undefined) throw new AppError("unauthenticated");
	const request = await requestId();
	const opening = (connection: pg.PoolClient) =>
		`BEGIN${readOnly ? " READ ONLY" : ""};
		 SELECT app.enter(${connection.escapeLiteral(caller.token)}, ${guildId ?? "NULL"}, ${connection.escapeLiteral(request)}) AS level;
		 SELECT user_id::text AS "userId", stale FROM app.who(${FRESH_SECONDS})`;
	const run = (onStale: "refresh" | "accept"): Promise<T | typeof STALE> =>
		inTransaction(pool("web"), opening, async (handle, opened) => {
			const level = (opened[1]?.rows[0] as { level: number | null } | undefined)?.level ?? null;
			const who = opened[2]?.rows[0] as { userId: string; stale: boolean } | undefined;
			if (who === undefined) throw new AppError("unauthenticated");
			if (who.stale && onStale === "refresh") return STALE;
			return work(handle, { level, userId: who.userId });
		});
	const first = await run("refresh");
	if (first !== STALE) return first;
	await refreshAccess(caller.token);
	return (await run("accept")) as T;
}

const STALE = Symbol("the person's guild list must be asked for again first");
