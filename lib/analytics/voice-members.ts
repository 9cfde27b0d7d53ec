import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { isPerson } from "./busiest";
import { shareOf } from "./ranked-channels";
import type { Period, Window } from "./schema";
import type { VoiceMember } from "./voice-schema";

/** How many the ranking shows. */
const places = 10;

/** Those who were in voice longest, bots aside, or in one channel of it. Needs level 5: below, the rows do not exist. */
export async function longestInVoice(
	guild: GuildScope,
	{ current, comparison }: Period,
	everything: number,
	channel?: string,
): Promise<VoiceMember[]> {
	const rows = await guild.rows<Omit<VoiceMember, "share">>(sql`
		WITH longest AS MATERIALIZED (
			SELECT c.user_id, sum(${secondsIn(current)}) AS seconds,
				(count(*) FILTER (WHERE c.joined_at >= ${current.from}::timestamptz))::int AS sessions
			FROM discord_voice_states c
			WHERE c.guild_id = ${guild.guildId}::bigint AND ${touches(current)} ${inChannel(channel)}
			GROUP BY c.user_id HAVING sum(${secondsIn(current)}) > 0 AND ${isPerson}
			ORDER BY 2 DESC, c.user_id LIMIT ${places}
		)
		SELECT l.user_id AS id, coalesce(m.nick, u.global_name, u.username, l.user_id::text) AS name, u.avatar,
			l.seconds, l.sessions, before.seconds AS previous
		FROM longest l
			CROSS JOIN LATERAL (${comparison === null ? sql`SELECT NULL::float8 AS seconds` : spentIn(guild, comparison, channel)}) before
			LEFT JOIN discord_users u ON u.id = l.user_id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = l.user_id
		ORDER BY l.seconds DESC, l.user_id`);
	return rows.map((member) => ({ ...member, share: shareOf(member.seconds, everything) }));
}

/** How many are in voice at this moment. Needs level 5: below, the rows do not exist. */
export async function inVoiceNow(guild: GuildScope, channel?: string): Promise<number> {
	const row = await guild.one<{ members: number }>(sql`
		SELECT count(DISTINCT c.user_id)::int AS members FROM discord_voice_states c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.left_at IS NULL ${inChannel(channel)}`);
	return row?.members ?? 0;
}

/** The seconds of member `l.user_id` in a window: a sub-select of one row. */
function spentIn(guild: GuildScope, window: Window, channel: string | undefined): Sql {
	return sql`SELECT coalesce(sum(${secondsIn(window)}), 0) AS seconds FROM discord_voice_states c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.user_id = l.user_id AND ${touches(window)} ${inChannel(channel)}`;
}

/** And whether session `c` was in a channel, if one is given. */
function inChannel(channel: string | undefined): Sql {
	return channel === undefined ? empty : sql`AND c.channel_id = ${channel}::bigint`;
}

/** Whether session `c` has ended and has time in the window. */
function touches({ from, to }: Window): Sql {
	return sql`c.joined_at < ${to}::timestamptz AND c.left_at > ${from}::timestamptz`;
}

/** The full seconds of the clock that session `c` has in a window: they add up as those of the rollups do. */
function secondsIn({ from, to }: Window): Sql {
	return sql`greatest(floor(date_part('epoch', least(c.left_at, ${to}::timestamptz)))
		- floor(date_part('epoch', greatest(c.joined_at, ${from}::timestamptz))), 0)`;
}
