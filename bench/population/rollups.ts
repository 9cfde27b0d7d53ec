/** The last migration that makes rollups without counting what is there; the ones after it count from these. */
export const FIRST_ROLLUPS = "20261121091500_rollups";

/** Counts the tables of that migration, in a database whose triggers did not run; the same sums as they keep. */
export const rollupStatements: readonly string[] = [
	`INSERT INTO rollup_messages_hourly (guild_id, hour, messages, replies)
	SELECT guild_id, date_trunc('hour', timestamp, 'UTC'), count(*), count(*) FILTER (WHERE message_type = 'reply')
	FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2`,
	`INSERT INTO rollup_channel_daily (guild_id, day, channel_id, messages)
	SELECT guild_id, (timestamp AT TIME ZONE 'UTC')::date, channel_id, count(*)
	FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2, 3`,
	`INSERT INTO rollup_member_daily (guild_id, day, user_id, messages)
	SELECT guild_id, (timestamp AT TIME ZONE 'UTC')::date, author_id, count(*)
	FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2, 3 ORDER BY 2, 1`,
	`INSERT INTO rollup_command_hourly (guild_id, hour, command_name, bucket, executions, errors, response_ms)
	SELECT guild_id, date_trunc('hour', executed_at, 'UTC'), coalesce(command_name, ''), app.latency_bucket(response_time_ms),
		count(*), count(*) FILTER (WHERE error), coalesce(sum(response_time_ms), 0)
	FROM discord_command_executions WHERE interaction_type = 'application_command' GROUP BY 1, 2, 3, 4`,
	`INSERT INTO rollup_membership_daily (guild_id, day, joins, leaves)
	SELECT m.guild_id, (v.moment AT TIME ZONE 'UTC')::date, sum(v.joined), sum(v.gone)
	FROM discord_guild_members m CROSS JOIN LATERAL (VALUES (m.joined_at, 1, 0), (m.left_at, 0, 1)) AS v (moment, joined, gone)
	WHERE v.moment IS NOT NULL GROUP BY 1, 2`,
	`INSERT INTO rollup_voice_daily (guild_id, day, channel_id, sessions, seconds)
	SELECT v.guild_id, d.day, coalesce(v.channel_id, 0), sum(d.begun), sum(d.seconds)
	FROM discord_voice_states v CROSS JOIN LATERAL app.voice_days(v.joined_at, v.left_at) AS d
	GROUP BY 1, 2, 3`,
];
