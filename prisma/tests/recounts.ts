type Recount = { rollup: string; kept: string; counted: string };

/** Each rollup's rows, without those at zero, and what a count of its table gives now. */
export const recounts: Recount[] = [
	{
		rollup: "rollup_messages_hourly",
		kept: "SELECT guild_id, hour, messages, replies FROM rollup_messages_hourly WHERE messages <> 0 OR replies <> 0",
		counted: `SELECT guild_id, date_trunc('hour', timestamp, 'UTC'), count(*), count(*) FILTER (WHERE message_type = 'reply')
			FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2`,
	},
	{
		rollup: "rollup_channel_daily",
		kept: "SELECT guild_id, day, channel_id, messages FROM rollup_channel_daily WHERE messages <> 0",
		counted: `SELECT guild_id, (timestamp AT TIME ZONE 'UTC')::date, channel_id, count(*)
			FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2, 3`,
	},
	{
		rollup: "rollup_member_daily",
		kept: "SELECT guild_id, day, user_id, messages FROM rollup_member_daily WHERE messages <> 0",
		counted: `SELECT guild_id, (timestamp AT TIME ZONE 'UTC')::date, author_id, count(*)
			FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2, 3`,
	},
	{
		rollup: "rollup_member_monthly",
		kept: "SELECT guild_id, month, user_id, messages FROM rollup_member_monthly WHERE messages <> 0",
		counted: `SELECT guild_id, date_trunc('month', timestamp AT TIME ZONE 'UTC')::date, author_id, count(*)
			FROM discord_messages WHERE deleted_at IS NULL GROUP BY 1, 2, 3`,
	},
	{
		rollup: "rollup_active_members",
		kept: `SELECT a.guild_id, a.day, o.user_id
			FROM rollup_active_members a JOIN rollup_member_ordinals o ON o.guild_id = a.guild_id AND o.ordinal / 4096 = a.chunk
			WHERE get_bit(a.members, o.ordinal % 4096) = 1`,
		counted: `SELECT DISTINCT guild_id, (timestamp AT TIME ZONE 'UTC')::date, author_id
			FROM discord_messages WHERE deleted_at IS NULL`,
	},
	{
		rollup: "rollup_member_ordinals",
		kept: "SELECT guild_id, ordinal FROM rollup_member_ordinals",
		counted: `SELECT guild_id, (row_number() OVER (PARTITION BY guild_id))::int - 1
			FROM (SELECT DISTINCT guild_id, user_id FROM rollup_member_daily) AS writers`,
	},
	{
		rollup: "rollup_command_hourly",
		kept: `SELECT guild_id, hour, command_name, bucket, executions, errors, response_ms FROM rollup_command_hourly
			WHERE executions <> 0 OR errors <> 0 OR response_ms <> 0`,
		counted: `SELECT guild_id, date_trunc('hour', executed_at, 'UTC'), coalesce(command_name, ''),
				app.latency_bucket(response_time_ms), count(*), count(*) FILTER (WHERE error), coalesce(sum(response_time_ms), 0)
			FROM discord_command_executions WHERE interaction_type = 'application_command' GROUP BY 1, 2, 3, 4`,
	},
	{
		rollup: "rollup_executions_hourly",
		kept: "SELECT guild_id, hour, executions, errors FROM rollup_executions_hourly WHERE executions <> 0 OR errors <> 0",
		counted: `SELECT guild_id, date_trunc('hour', executed_at, 'UTC'), count(*), count(*) FILTER (WHERE error)
			FROM discord_command_executions WHERE interaction_type = 'application_command' GROUP BY 1, 2`,
	},
	{
		rollup: "rollup_command_daily",
		kept: `SELECT guild_id, day, command_name, executions, errors FROM rollup_command_daily
			WHERE executions <> 0 OR errors <> 0`,
		counted: `SELECT guild_id, (executed_at AT TIME ZONE 'UTC')::date, coalesce(command_name, ''), count(*),
				count(*) FILTER (WHERE error)
			FROM discord_command_executions WHERE interaction_type = 'application_command' GROUP BY 1, 2, 3`,
	},
	{
		rollup: "rollup_membership_daily",
		kept: "SELECT guild_id, day, joins, leaves FROM rollup_membership_daily WHERE joins <> 0 OR leaves <> 0",
		counted: `SELECT guild_id, day, sum(joined), sum(gone)
			FROM (
				SELECT guild_id, (joined_at AT TIME ZONE 'UTC')::date AS day, 1 AS joined, 0 AS gone FROM discord_guild_members
				UNION ALL
				SELECT guild_id, (left_at AT TIME ZONE 'UTC')::date, 0, 1 FROM discord_guild_members WHERE left_at IS NOT NULL
			) AS moves
			GROUP BY 1, 2`,
	},
	{
		rollup: "rollup_voice_daily",
		kept: "SELECT guild_id, day, channel_id, sessions, seconds FROM rollup_voice_daily WHERE sessions <> 0 OR seconds <> 0",
		counted: `SELECT v.guild_id, d.day::date, coalesce(v.channel_id, 0),
				count(*) FILTER (WHERE d.day = date_trunc('day', v.joined_at)),
				coalesce(sum(d.seconds), 0)
			FROM discord_voice_states v
				CROSS JOIN LATERAL (
					SELECT day, CASE WHEN v.left_at IS NOT NULL THEN round(extract(epoch FROM
						least(v.left_at, day + interval '1 day') - greatest(v.joined_at, day))) END AS seconds
					FROM generate_series(
						date_trunc('day', v.joined_at), coalesce(v.left_at, v.joined_at), interval '1 day') AS day
				) AS d
			GROUP BY 1, 2, 3
			HAVING count(*) FILTER (WHERE d.day = date_trunc('day', v.joined_at)) <> 0 OR sum(d.seconds) <> 0`,
	},
];

/** Rows that only one side has: none when the rollup is exact. */
export const differences = ({ kept, counted }: Recount) =>
	`(SELECT 'kept' AS side, k::text FROM (${kept} EXCEPT ALL ${counted}) AS k)
	UNION ALL (SELECT 'counted', c::text FROM (${counted} EXCEPT ALL ${kept}) AS c)`;
