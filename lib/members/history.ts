import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

/** How many of the newest are shown; the section's own page has all of them. */
const MAX_SHOWN = 25;

export type MemberExecution = {
	id: string;
	name: string;
	channel: { id: string; name: string; type: string } | null;
	executedAt: string;
	/** Milliseconds until the answer; null when there was none. */
	latency: number | null;
	failed: boolean;
};

/** The newest commands a member used. */
export function recentExecutions(guild: GuildScope, userId: string): Promise<MemberExecution[]> {
	return guild.rows(sql`
		SELECT e.id, coalesce(e.command_name, e.custom_id, e.interaction_type) AS name,
			CASE WHEN c.id IS NOT NULL
				THEN json_build_object('id', c.id::text, 'name', c.name, 'type', c.channel_type) END AS channel,
			e.executed_at AS "executedAt", e.response_time_ms AS latency, coalesce(e.error, false) AS failed
		FROM discord_command_executions e
			LEFT JOIN discord_channels c ON c.guild_id = e.guild_id AND c.id = e.channel_id
		WHERE e.guild_id = ${guild.guildId}::bigint AND e.user_id = ${userId}::bigint
		ORDER BY e.id DESC LIMIT ${MAX_SHOWN}`);
}

export type ActivityWeek = {
	/** Its Monday, `YYYY-MM-DD`. */
	week: string;
	messages: number;
};

/** Messages per week of a member over the last year, from counts per UTC day; weeks without any are there with 0. */
export function memberActivity(guild: GuildScope, userId: string): Promise<ActivityWeek[]> {
	return guild.rows(sql`
		SELECT w.week::date AS week, coalesce(sum(d.messages), 0)::int AS messages
		FROM generate_series(date_trunc('week', now() AT TIME ZONE 'UTC') - interval '52 weeks',
				date_trunc('week', now() AT TIME ZONE 'UTC'), interval '1 week') w (week)
			LEFT JOIN rollup_member_daily d ON d.guild_id = ${guild.guildId}::bigint
				AND d.user_id = ${userId}::bigint AND d.day >= w.week::date AND d.day < w.week::date + 7
		GROUP BY w.week ORDER BY w.week`);
}
