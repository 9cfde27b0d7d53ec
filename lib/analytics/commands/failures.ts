import "server-only";
import { within } from "@/lib/analytics/period/points";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { snowflakeRange } from "@/lib/discord/snowflake";
import type { Failures } from "./schema";

/** How many of the newest failures are sorted by kind, and how many kinds are told. */
const limits = { read: 2000, kinds: 10 };

/** Clocks differ: an interaction's id may be a little older or newer than the time that the bot wrote down. */
const slackMs = 3_600_000;

/** What the newest failures of a period were, by what the bot wrote down of them: the most frequent first. */
export async function commonFailures(guild: GuildScope, window: Window): Promise<Failures> {
	const { min, max } = snowflakeRange({
		from: new Date(Date.parse(window.from) - slackMs),
		to: new Date(Date.parse(window.to) + slackMs),
	});
	const failures = await guild.one<Failures>(sql`
		WITH newest AS MATERIALIZED (
			SELECT left(e.error_message, 200) AS message, e.command_name AS command, e.executed_at AS at
			FROM discord_command_executions e
			WHERE e.guild_id = ${guild.guildId}::bigint AND e.error AND e.id BETWEEN ${min}::bigint AND ${max}::bigint
				AND e.interaction_type = 'application_command' AND ${within(window, sql`e.executed_at`)}
			ORDER BY e.id DESC LIMIT ${limits.read}
		)
		SELECT (SELECT count(*)::int FROM newest) AS read, (
			SELECT coalesce(json_agg(json_build_object('message', k.message, 'count', k.count, 'command', k.command,
				'lastAt', to_char(k.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
				ORDER BY k.count DESC, k.message), '[]')
			FROM (
				SELECT n.message, count(*)::int AS count, max(n.at) AS last,
					CASE WHEN min(n.command) = max(n.command) THEN min(n.command) END AS command
				FROM newest n GROUP BY n.message ORDER BY count(*) DESC, n.message LIMIT ${limits.kinds}) k) AS kinds`);
	return failures ?? { kinds: [], read: 0 };
}
