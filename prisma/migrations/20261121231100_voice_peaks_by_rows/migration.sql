-- As before, with a running sum over rows: no two are of the same hour, and looking for such costs a sixth of the time.
CREATE OR REPLACE FUNCTION app.voice_peaks(guild bigint, from_hour timestamptz, to_hour timestamptz)
RETURNS TABLE (hour timestamptz, sessions integer, seconds bigint, peak integer)
LANGUAGE sql STABLE
BEGIN ATOMIC
	SELECT r.hour, r.sessions, r.seconds, ((
			SELECT coalesce(sum(p.change), 0) FROM rollup_voice_hourly p
			WHERE p.guild_id = guild AND p.hour < from_hour
		) + sum(r.change) OVER (ORDER BY r.hour ROWS UNBOUNDED PRECEDING) - r.change + r.rise)::integer
	FROM rollup_voice_hourly r
	WHERE r.guild_id = guild AND r.hour >= from_hour AND r.hour < to_hour;
END;
