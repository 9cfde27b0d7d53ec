import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import type { Moderation, Repeat } from "./moderation-schema";
import { within } from "./points";
import type { Window } from "./schema";

/** How many people the list holds. */
const places = 10;

/** Members with measures against them in the window. Lifting something is none, and neither is what was voided. */
const byMember = (guild: GuildScope, window: Window) => sql`
	SELECT c.user_id AS member, count(*)::int AS cases, max(c.created_at) AS last
	FROM rollup_cases c
	WHERE c.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`c.created_at`)}
		AND NOT c.voided AND c.type NOT IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL')
	GROUP BY c.user_id`;

const repeatedly = sql`(
	SELECT json_build_object('members', count(*), 'repeated', count(*) FILTER (WHERE m.cases >= 2)) FROM member m)`;

/** How many members a measure was taken against, and how many of them more than once. */
export async function repeatOf(guild: GuildScope, window: Window): Promise<Repeat> {
	const row = await guild.one<{ repeat: Repeat }>(sql`
		WITH member AS MATERIALIZED (${byMember(guild, window)}) SELECT ${repeatedly} AS repeat`);
	return row?.repeat ?? { members: 0, repeated: 0 };
}

/** The same with those who came up most often, the most frequent first. */
export async function repeatOffenders(
	guild: GuildScope,
	window: Window,
): Promise<Pick<Moderation, "repeat" | "repeaters">> {
	const row = await guild.one<Pick<Moderation, "repeat" | "repeaters">>(sql`
		WITH member AS MATERIALIZED (${byMember(guild, window)})
		SELECT ${repeatedly} AS repeat, (
			SELECT coalesce(json_agg(json_build_object(
				'person', ${personOf(sql`${guild.guildId}::bigint`, sql`k.member`)}, 'cases', k.cases,
				'lastAt', to_char(k.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
				ORDER BY k.cases DESC, k.member), '[]')
			FROM (
				SELECT m.* FROM member m WHERE m.cases >= 2
				ORDER BY m.cases DESC, m.member LIMIT ${places}) k) AS repeaters`);
	return row ?? { repeat: { members: 0, repeated: 0 }, repeaters: [] };
}
