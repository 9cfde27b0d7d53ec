import "server-only";
import { within } from "@/lib/analytics/period/points";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import { andNarrowed, isNarrowed, type Narrowed } from "./narrowed-cases";
import type { Moderation, Repeat } from "./schema";
import type { TypeRow } from "./types";

/** How many people the list holds. */
const places = 10;

/** Lifting something is no measure against a member. */
const liftings = ["UNBAN", "UNTIMEOUT", "UNJAIL"];

/** `again`: measures against a member after the first one in the window; of all members together. */
type Repeated = { again: number; members: number };

function repeatedIn(guild: GuildScope, window: Window, narrowed: Narrowed): Sql {
	return isNarrowed(narrowed) ? repeatedAmong(guild, window, narrowed) : repeatedOfAll(guild, window);
}

/** Members with two or more measures in the window: from the second on, a measure has one before it there. */
const repeatedOfAll = (guild: GuildScope, window: Window) => sql`
	SELECT c.user_id AS member, count(*)::int AS again, max(c.created_at) AS last
	FROM rollup_cases c
	WHERE c.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`c.created_at`)}
		AND c.earlier_at >= ${window.from}::timestamptz
	GROUP BY c.user_id`;

/** The same of some cases, which have to be added up: a measure knows the one before it, whosever and of whatever type. */
const repeatedAmong = (guild: GuildScope, window: Window, narrowed: Narrowed) => sql`
	SELECT c.user_id AS member, (count(*) - 1)::int AS again, max(c.created_at) AS last
	FROM rollup_cases c
	WHERE c.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`c.created_at`)}
		AND NOT c.voided AND c.type <> ALL (${liftings}::text[]) ${andNarrowed(narrowed, sql`c`)}
	GROUP BY c.user_id HAVING count(*) > 1`;

const sums = sql`(SELECT json_build_object('again', coalesce(sum(m.again), 0), 'members', count(*)) FROM member m)`;

/** Who had several measures against them in a window. */
export async function repeated(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<Repeated> {
	const row = await guild.one<{ sums: Repeated }>(sql`
		WITH member AS MATERIALIZED (${repeatedIn(guild, window, narrowed)}) SELECT ${sums} AS sums`);
	return row?.sums ?? { again: 0, members: 0 };
}

/** The same with those who came up most often, the most frequent first. */
export async function repeatOffenders(
	guild: GuildScope,
	window: Window,
	narrowed: Narrowed,
): Promise<Repeated & Pick<Moderation, "repeaters">> {
	const row = await guild.one<{ sums: Repeated } & Pick<Moderation, "repeaters">>(sql`
		WITH member AS MATERIALIZED (${repeatedIn(guild, window, narrowed)})
		SELECT ${sums} AS sums, (
			SELECT coalesce(json_agg(json_build_object(
				'person', ${personOf(sql`${guild.guildId}::bigint`, sql`k.member`)}, 'cases', k.again + 1,
				'lastAt', to_char(k.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
				ORDER BY k.again DESC, k.member), '[]')
			FROM (SELECT m.* FROM member m ORDER BY m.again DESC, m.member LIMIT ${places}) k) AS repeaters`);
	return { ...(row?.sums ?? { again: 0, members: 0 }), repeaters: row?.repeaters ?? [] };
}

/** How many members a measure was taken against: for each of them one is the first. */
export function repeatOf(types: readonly TypeRow[], { again, members }: Repeated): Repeat {
	const measures = types.filter(({ key }) => !liftings.includes(key));
	return { members: measures.reduce((sum, { cases }) => sum + cases, 0) - again, repeated: members };
}
