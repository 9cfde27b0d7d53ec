-- Every number of a dashboard page, counted as rows come and go: after any insert, update, soft or hard delete, a rollup
-- equals a recount of its table. Hours and days are UTC's. A row may stand at zero.
-- Archived months (detached partitions) stay counted. Bare ids: figures outlive channels and people, not guilds.

CREATE TABLE rollup_messages_hourly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	hour timestamptz NOT NULL,
	messages integer NOT NULL DEFAULT 0,
	replies integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, hour)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_messages_hourly IS 'messages that are not deleted, by the hour of their timestamp';

CREATE TABLE rollup_channel_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	channel_id bigint NOT NULL,
	messages integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, channel_id)
) WITH (fillfactor = 80);
CREATE INDEX rollup_channel_daily_channel_idx ON rollup_channel_daily (guild_id, channel_id, day);

CREATE TABLE rollup_member_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	user_id bigint NOT NULL,
	messages integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, user_id)
) WITH (fillfactor = 80);
CREATE INDEX rollup_member_daily_user_idx ON rollup_member_daily (guild_id, user_id, day);

CREATE TABLE rollup_command_hourly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	hour timestamptz NOT NULL,
	command_name text NOT NULL,
	bucket smallint NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	response_ms bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, hour, command_name, bucket)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_command_hourly IS 'executions of application commands; a histogram of response times, one row a bucket, so that percentiles of any range add up';
COMMENT ON COLUMN rollup_command_hourly.bucket IS 'app.latency_bucket(response_time_ms); 0 where the time is unknown';
CREATE INDEX rollup_command_hourly_command_idx ON rollup_command_hourly (guild_id, command_name, hour);

CREATE TABLE rollup_membership_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	joins integer NOT NULL DEFAULT 0,
	leaves integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day)
) WITH (fillfactor = 80);

CREATE TABLE rollup_voice_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	channel_id bigint NOT NULL,
	sessions integer NOT NULL DEFAULT 0,
	seconds bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, channel_id)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_voice_daily IS 'sessions begun and time spent in voice, split at midnight; a session counts its time once it has ended';
COMMENT ON COLUMN rollup_voice_daily.channel_id IS '0 where the channel is unknown';

-- Members at the end of each day: everybody who had joined and not left. A person who comes back counts from then on.
CREATE VIEW rollup_members_by_day WITH (security_invoker = true) AS
SELECT guild_id, day, joins, leaves,
	(sum(joins - leaves) OVER (PARTITION BY guild_id ORDER BY day))::integer AS members
FROM rollup_membership_daily;

------------------------------------------------------------------------------------------------ latency buckets

-- Bucket 1 holds up to 1 ms, bucket b from 1.25^(b-2) to 1.25^(b-1) ms, bucket 66 everything above 27 minutes.
CREATE FUNCTION app.latency_bucket(ms integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN CASE WHEN ms IS NULL THEN 0
	ELSE least(1 + ceil(ln(greatest(ms, 1)::double precision) / ln(1.25::double precision)), 66) END::smallint;

-- The middle of a bucket in ms: at most 11.8 % (the root of 1.25) from any time in it. Null for bucket 0.
CREATE FUNCTION app.latency_of(bucket integer) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN CASE WHEN bucket = 1 THEN 1 WHEN bucket > 1 THEN power(1.25::double precision, bucket - 1.5) END;
GRANT EXECUTE ON FUNCTION app.latency_bucket(integer), app.latency_of(integer) TO guildhall_web, guildhall_bot;

------------------------------------------------------------------------------------------------ counting

-- The UTC days that a voice session touches: whether it began that day, and its whole seconds there.
CREATE FUNCTION app.voice_days(joined timestamptz, gone timestamptz)
RETURNS TABLE (day date, begun integer, seconds bigint)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT m::date, (m = date_trunc('day', joined AT TIME ZONE 'UTC'))::integer,
		CASE WHEN gone IS NULL THEN 0 ELSE round(extract(epoch FROM greatest(
			least(gone AT TIME ZONE 'UTC', m + interval '1 day') - greatest(joined AT TIME ZONE 'UTC', m),
			interval '0')))::bigint END
	FROM generate_series(
		date_trunc('day', joined AT TIME ZONE 'UTC'), coalesce(greatest(gone, joined), joined) AT TIME ZONE 'UTC',
		interval '1 day') AS m;
END;

-- One trigger function for each table and event, written out from a common text, so that its statements are prepared once
-- and kept: planning them for every message would cost more than the message. In `body`, %1$s is what the statement did,
-- as rows with a sign: +1 for what is there now, -1 for what was. `counted` picks the rows that count. Rows that went
-- with their guild are left out: its rollups go too.
CREATE FUNCTION app.count_by(tbl regclass, counter text, counted text, body text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	added text := format('SELECT r.*, 1 AS sign FROM new_rows r WHERE %s', counted);
	removed text := format('SELECT r.*, -1 AS sign FROM old_rows r WHERE %s', counted);
	event text;
	signed text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		signed := CASE event
			WHEN 'insert' THEN added
			WHEN 'update' THEN added || ' UNION ALL ' || removed
			ELSE removed || ' AND EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)'
		END;
		EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L',
			counter || '_' || event, format('BEGIN %s RETURN NULL; END', format(body, signed)));
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s %s FOR EACH STATEMENT EXECUTE FUNCTION app.%I()',
			counter || '_' || event, event, tbl,
			CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' ELSE '' END,
			CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' ELSE '' END, counter || '_' || event);
	END LOOP;
END $make$;

-- Upserts go in the order of the key, so that two writers of the same hours queue instead of deadlocking.
SELECT app.count_by('discord_messages', 'count_messages', 'r.deleted_at IS NULL', $body$
	INSERT INTO rollup_messages_hourly AS t (guild_id, hour, messages, replies)
	SELECT d.guild_id, date_trunc('hour', d.timestamp, 'UTC'), sum(d.sign),
		sum(CASE WHEN d.message_type = 'reply' THEN d.sign ELSE 0 END)
	FROM (%1$s) d GROUP BY 1, 2
	HAVING sum(d.sign) <> 0 OR sum(CASE WHEN d.message_type = 'reply' THEN d.sign ELSE 0 END) <> 0
	ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE
		SET messages = t.messages + excluded.messages, replies = t.replies + excluded.replies;

	INSERT INTO rollup_channel_daily AS t (guild_id, day, channel_id, messages)
	SELECT d.guild_id, (d.timestamp AT TIME ZONE 'UTC')::date, d.channel_id, sum(d.sign)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, channel_id) DO UPDATE SET messages = t.messages + excluded.messages;

	INSERT INTO rollup_member_daily AS t (guild_id, day, user_id, messages)
	SELECT d.guild_id, (d.timestamp AT TIME ZONE 'UTC')::date, d.author_id, sum(d.sign)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, user_id) DO UPDATE SET messages = t.messages + excluded.messages;
$body$);

SELECT app.count_by('discord_command_executions', 'count_executions', 'r.interaction_type = ''application_command''', $body$
	INSERT INTO rollup_command_hourly AS t (guild_id, hour, command_name, bucket, executions, errors, response_ms)
	SELECT d.guild_id, date_trunc('hour', d.executed_at, 'UTC'), coalesce(d.command_name, ''),
		app.latency_bucket(d.response_time_ms), sum(d.sign), sum(CASE WHEN d.error THEN d.sign ELSE 0 END),
		sum(d.sign * coalesce(d.response_time_ms, 0)::bigint)
	FROM (%1$s) d GROUP BY 1, 2, 3, 4
	HAVING sum(d.sign) <> 0 OR sum(CASE WHEN d.error THEN d.sign ELSE 0 END) <> 0
		OR sum(d.sign * coalesce(d.response_time_ms, 0)::bigint) <> 0
	ORDER BY 1, 2, 3, 4
	ON CONFLICT (guild_id, hour, command_name, bucket) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors,
			response_ms = t.response_ms + excluded.response_ms;
$body$);

SELECT app.count_by('discord_guild_members', 'count_members', 'true', $body$
	INSERT INTO rollup_membership_daily AS t (guild_id, day, joins, leaves)
	SELECT d.guild_id, (v.moment AT TIME ZONE 'UTC')::date, sum(d.sign * v.joined), sum(d.sign * v.gone)
	FROM (%1$s) d CROSS JOIN LATERAL (VALUES (d.joined_at, 1, 0), (d.left_at, 0, 1)) AS v (moment, joined, gone)
	WHERE v.moment IS NOT NULL
	GROUP BY 1, 2 HAVING sum(d.sign * v.joined) <> 0 OR sum(d.sign * v.gone) <> 0
	ORDER BY 1, 2
	ON CONFLICT (guild_id, day) DO UPDATE
		SET joins = t.joins + excluded.joins, leaves = t.leaves + excluded.leaves;
$body$);

SELECT app.count_by('discord_voice_states', 'count_voice', 'true', $body$
	INSERT INTO rollup_voice_daily AS t (guild_id, day, channel_id, sessions, seconds)
	SELECT d.guild_id, s.day, coalesce(d.channel_id, 0), sum(d.sign * s.begun), sum(d.sign * s.seconds)
	FROM (%1$s) d CROSS JOIN LATERAL app.voice_days(d.joined_at, d.left_at) AS s
	GROUP BY 1, 2, 3 HAVING sum(d.sign * s.begun) <> 0 OR sum(d.sign * s.seconds) <> 0
	ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, channel_id) DO UPDATE
		SET sessions = t.sessions + excluded.sessions, seconds = t.seconds + excluded.seconds;
$body$);

DROP FUNCTION app.count_by(regclass, text, text, text);

------------------------------------------------------------------------------------------------ policies

-- Totals are for everybody who may enter; one member's activity over time is for level 5. Only the triggers write.
SELECT app.protect('rollup_messages_hourly', 1, NULL), app.protect('rollup_channel_daily', 1, NULL),
	app.protect('rollup_member_daily', 5, NULL), app.protect('rollup_command_hourly', 1, NULL),
	app.protect('rollup_membership_daily', 1, NULL), app.protect('rollup_voice_daily', 1, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_messages_hourly, rollup_channel_daily, rollup_member_daily,
	rollup_command_hourly, rollup_membership_daily, rollup_voice_daily FROM guildhall_bot;
GRANT SELECT ON rollup_members_by_day TO guildhall_web, guildhall_bot;

-- How many people wrote from `from_day` to `to_day` (UTC, both included): a total, so level 1, taken from rows that need
-- level 5. Distinct people do not add up over days, so no rollup holds this figure. Null without access.
CREATE FUNCTION app.active_members(guild bigint, from_day date, to_day date) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN NULL;
	END IF;
	RETURN (
		SELECT count(*)
		FROM (
			SELECT r.user_id FROM rollup_member_daily r
			WHERE r.guild_id = guild AND r.day BETWEEN from_day AND to_day AND r.messages > 0
			GROUP BY r.user_id
		) AS active
	);
END $$;
GRANT EXECUTE ON FUNCTION app.active_members(bigint, date, date) TO guildhall_web;
