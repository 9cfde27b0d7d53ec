import "server-only";
import { pointOf } from "@/lib/analytics/period/points";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { andNarrowed, type Narrowed } from "./narrowed-cases";
import { pointPieces, type Stretch } from "./pieces";

/** Several rows of a type may be of one point. */
export type TypeRow = { key: string; point: number; cases: number };

/**
 * Cases opened at each point by type, without those that were voided: whole days of UTC from their counts, the cases
 * themselves around them. By days no moderators are told apart, so those of one are all read themselves.
 */
export function casesByType(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<TypeRow[]> {
	const { days, rest } = narrowed.moderator === null ? pointPieces(window) : { days: [], rest: [window] };
	return guild.rows<TypeRow>(sql`
		SELECT d.type AS key, p.point, d.cases
		FROM unnest(${days.map(({ point }) => point)}::int[], ${days.map(({ first }) => first)}::date[],
				${days.map(({ last }) => last)}::date[]) AS p (point, first, last)
			CROSS JOIN LATERAL (
				SELECT r.type, sum(r.cases)::int AS cases FROM rollup_cases_daily r
				WHERE r.guild_id = ${guild.guildId}::bigint AND r.day BETWEEN p.first AND p.last
					${andNarrowed({ ...narrowed, moderator: null }, sql`r`)}
				GROUP BY r.type HAVING sum(r.cases) > 0) d
		UNION ALL
		SELECT c.type, ${pointOf(window, sql`c.created_at`)}, count(*)::int
		FROM ${openedDuring(guild, rest, narrowed)}
		WHERE NOT c.voided
		GROUP BY 1, 2`);
}

/**
 * The cases (`c`) that were opened in some stretches of time, each found by the index (`OFFSET 0`) and not among all of the
 * guild's: what follows FROM.
 */
export function openedDuring(guild: GuildScope, stretches: readonly Stretch[], narrowed: Narrowed): Sql {
	return sql`unnest(${stretches.map(({ from }) => from)}::timestamptz[],
			${stretches.map(({ to }) => to)}::timestamptz[]) AS s (first, next)
		CROSS JOIN LATERAL (
			SELECT r.created_at, r.type, r.moderator_id, r.source, r.voided, r.lifted FROM rollup_cases r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.created_at >= s.first AND r.created_at < s.next
				${andNarrowed(narrowed, sql`r`)}
			OFFSET 0) c`;
}
