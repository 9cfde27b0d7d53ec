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
					SELECT day, CASE WHEN v.left_at IS NOT NULL THEN floor(extract(epoch FROM least(v.left_at, day + interval '1 day')))
						- floor(extract(epoch FROM greatest(v.joined_at, day))) END AS seconds
					FROM generate_series(
						date_trunc('day', v.joined_at), coalesce(v.left_at, v.joined_at), interval '1 day') AS day
				) AS d
			GROUP BY 1, 2, 3
			HAVING count(*) FILTER (WHERE d.day = date_trunc('day', v.joined_at)) <> 0 OR sum(d.seconds) <> 0`,
	},
	{
		rollup: "rollup_voice_hourly",
		kept: `SELECT guild_id, hour, sessions, seconds, peak
			FROM discord_guilds g CROSS JOIN LATERAL app.voice_peaks(g.id, '-infinity', 'infinity') p (hour, sessions, seconds, peak)
				CROSS JOIN LATERAL (SELECT g.id AS guild_id) i
			WHERE sessions <> 0 OR seconds <> 0`,
		counted: `SELECT v.guild_id, h.hour, count(*) FILTER (WHERE h.hour = date_trunc('hour', v.joined_at)),
				coalesce(sum(h.seconds), 0), (
					SELECT coalesce(max(people), 0)
					FROM (SELECT h.hour AS moment UNION SELECT joined_at FROM discord_voice_states s
						WHERE s.guild_id = v.guild_id AND s.joined_at >= h.hour AND s.joined_at < h.hour + interval '1 hour') AS moments
					CROSS JOIN LATERAL (
						SELECT count(*) AS people FROM discord_voice_states s
						WHERE s.guild_id = v.guild_id AND s.joined_at <= moment AND s.left_at > moment) AS present)
			FROM discord_voice_states v
				CROSS JOIN LATERAL (
					SELECT hour, CASE WHEN v.left_at IS NOT NULL THEN floor(extract(epoch FROM least(v.left_at, hour + interval '1 hour')))
						- floor(extract(epoch FROM greatest(v.joined_at, hour))) END AS seconds
					FROM generate_series(
						date_trunc('hour', v.joined_at), coalesce(v.left_at, v.joined_at), interval '1 hour') AS hour
				) AS h
			GROUP BY v.guild_id, h.hour
			HAVING count(*) FILTER (WHERE h.hour = date_trunc('hour', v.joined_at)) <> 0 OR sum(h.seconds) <> 0`,
	},
	{
		rollup: "rollup_reactions_hourly",
		kept: "SELECT guild_id, hour, reactions FROM rollup_reactions_hourly WHERE reactions <> 0",
		counted: `SELECT guild_id, date_trunc('hour', app.snowflake_time(message_id), 'UTC'), sum(reactions)
			FROM (
				SELECT coalesce(c.guild_id, r.guild_id) AS guild_id, coalesce(c.message_id, r.message_id) AS message_id,
					coalesce(c.count, r.people) AS reactions
				FROM discord_message_reaction_counts c
					FULL JOIN (
						SELECT guild_id, message_id, emoji_key, count(*) AS people FROM discord_message_reactions GROUP BY 1, 2, 3
					) r ON r.guild_id = c.guild_id AND r.message_id = c.message_id AND r.emoji_key = c.emoji_key
			) k
			WHERE EXISTS (SELECT FROM discord_messages m WHERE m.guild_id = k.guild_id AND m.id = k.message_id AND m.deleted_at IS NULL)
			GROUP BY 1, 2 HAVING sum(reactions) <> 0`,
	},
	{
		rollup: "rollup_cohorts",
		kept: "SELECT guild_id, joined, week, active, begun FROM rollup_cohorts WHERE active <> 0 OR begun <> 0",
		counted: `SELECT guild_id, joined, week, count(*), count(*) FILTER (WHERE week = first)
			FROM (
				SELECT m.guild_id, m.user_id, m.joined, (d.day - m.joined) / 7 AS week, (min(d.first) - m.joined) / 7 AS first
				FROM (SELECT guild_id, user_id, (joined_at AT TIME ZONE 'UTC')::date AS joined FROM discord_guild_members) m
					CROSS JOIN LATERAL (
						SELECT (timestamp AT TIME ZONE 'UTC')::date AS day, min((timestamp AT TIME ZONE 'UTC')::date) OVER () AS first
						FROM discord_messages w
						WHERE w.guild_id = m.guild_id AND w.author_id = m.user_id AND w.deleted_at IS NULL
							AND (w.timestamp AT TIME ZONE 'UTC')::date >= m.joined) d
				GROUP BY 1, 2, 3, 4
			) AS weeks
			GROUP BY 1, 2, 3`,
	},
];

/** Rows that only one side has: none when the rollup is exact. */
export const differences = ({ kept, counted }: Recount) =>
	`(SELECT 'kept' AS side, k::text FROM (${kept} EXCEPT ALL ${counted}) AS k)
	UNION ALL (SELECT 'counted', c::text FROM (${counted} EXCEPT ALL ${kept}) AS c)`;
