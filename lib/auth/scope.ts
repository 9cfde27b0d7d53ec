import "server-only";
import { pool } from "@/lib/db/pool";
import { sql } from "@/lib/db/sql";
import { type Handle, inTransaction } from "@/lib/db/transaction";
import { isSnowflake } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { COSTLY_TIMEOUT_MS, fewAtOnce } from "./costly";
import { type Level, may, type Permission } from "./permissions";
import { refreshAccess } from "./refresh";
import { requestId } from "./request-id";
import { credential } from "./token";

export type Actor = { userId: string; level: Level };

/** A database handle that can see exactly one guild, at the actor's level. */
export type GuildScope = Handle & { guildId: string; actor: Actor };

/** A database handle that can see what belongs to one person. */
export type UserScope = Handle & { userId: string };

/** Whose token goes to the database, and in which request they sent it. */
export type Caller = { token: string; requestId: string };

export type ScopeOptions = {
	/** A search or another read that may take seconds: few at once for each person, and cut off sooner than others. */
	costly?: boolean;
	/** Who asks; whoever sent this request without it. */
	caller?: Caller;
};

/** Discord's list of a person's guilds is asked for again when the last answer is older than this. */
const FRESH_SECONDS = 60;

/**
 * The only way to hold a database handle for a guild: one transaction on the web role that has handed the caller's
 * token to the database, and whose level there suffices for `permission`. Reading permissions get a READ ONLY one.
 * @param guildId the guild's snowflake, as in the URL
 * @throws AppError `unauthenticated` without a valid session, `not_found` where the person has no level at all (so that
 *   ids cannot be probed), `forbidden` where the level is too low for `permission`;
 *   `too_many_at_once` when it is costly and the person has several such under way
 */
export async function inGuild<T>(
	guildId: string,
	permission: Permission,
	work: (guild: GuildScope) => Promise<T>,
	{ costly = false, caller }: ScopeOptions = {},
): Promise<T> {
	if (!isSnowflake(guildId)) throw new AppError("not_found");
	const door = {
		caller: caller ?? (await requester()),
		guildId,
		readOnly: permission.endsWith(".read"),
		...(costly ? { statementTimeout: COSTLY_TIMEOUT_MS } : {}),
	};
	return enter(door, (handle, { level, userId }) => {
		if (level === null || level === 0) throw new AppError("not_found");
		if (!may(level, permission)) throw new AppError("forbidden");
		const actor = { userId, level: level as Level };
		const run = () => work(Object.assign(open(handle), { guildId, actor }));
		return costly ? fewAtOnce(userId, run) : run();
	});
}

/**
 * Asks once more whether the actor still has the level they came in with: it may end between two statements, and from
 * then on they read no rows.
 * @throws AppError `forbidden` when it has ended
 */
export async function assertStillAllowed({ one, actor }: GuildScope): Promise<void> {
	const now = await one<{ isIn: boolean }>(sql`SELECT app.guild(${actor.level}) IS NOT NULL AS "isIn"`);
	if (!now?.isIn) throw new AppError("forbidden", { detail: "Your access ended in the meantime." });
}

/**
 * The same for what belongs to the person: sessions, preferences, tokens, the list of their guilds.
 * @param caller who asks; whoever sent this request without it
 * @throws AppError `unauthenticated` without a valid session
 */
export async function inUser<T>(work: (user: UserScope) => Promise<T>, caller?: Caller): Promise<T> {
	const door = { caller: caller ?? (await requester()), guildId: null, readOnly: false };
	return enter(door, (handle, { userId }) => work(Object.assign(open(handle), { userId })));
}

async function requester(): Promise<Caller> {
	const caller = await credential();
	if (caller === undefined) throw new AppError("unauthenticated");
	return { token: caller.token, requestId: await requestId() };
}

/** A scope inherits from the handle: spreading would build the Prisma client that the lazy `db` getter postpones. */
function open(handle: Handle): Handle {
	return Object.create(handle) as Handle;
}

type Door = { caller: Caller; guildId: string | null; readOnly: boolean; statementTimeout?: number };
type OpenedRow = { level: number | null; userId: string | null; stale: boolean | null };
type Entered = { level: number | null; userId: string };

async function enter<T>(
	{ caller, guildId, ...how }: Door,
	work: (handle: Handle, entered: Entered) => Promise<T>,
): Promise<T> {
	const first = sql`
		SELECT level, user_id AS "userId", stale
		FROM app.open(${caller.token}, ${guildId}::bigint, ${caller.requestId}, ${FRESH_SECONDS})`;
	const run = (onStale: "refresh" | "accept"): Promise<T | typeof STALE> =>
		inTransaction(pool("web"), { ...how, first }, async (handle, [who]: OpenedRow[]) => {
			if (who === undefined || who.userId === null) throw new AppError("unauthenticated");
			if (who.stale && onStale === "refresh") return STALE;
			return work(handle, { level: who.level, userId: who.userId });
		});
	const answer = await run("refresh");
	if (answer !== STALE) return answer;
	await refreshAccess(caller.token);
	return (await run("accept")) as T;
}

const STALE = Symbol("the person's guild list must be asked for again first");
