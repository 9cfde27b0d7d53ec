-- The histogram of response times by hour and command is hundreds of thousands of rows in a year of a large guild. These
-- coarser ones follow it, change by change and in the same transaction: by days without commands for a course over time,
-- and by days and months for the figures of each command in a period.

CREATE TABLE rollup_latency_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	bucket smallint NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, bucket) INCLUDE (executions)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_latency_daily IS 'rollup_command_hourly without commands, by days of UTC';

CREATE TABLE rollup_command_latency_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	command_name text NOT NULL,
	bucket smallint NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, command_name, bucket) INCLUDE (executions, errors)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_command_latency_daily IS 'rollup_command_hourly by days of UTC';

CREATE TABLE rollup_command_latency_monthly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	month date NOT NULL,
	command_name text NOT NULL,
	bucket smallint NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, month, command_name, bucket) INCLUDE (executions, errors)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_command_latency_monthly IS 'rollup_command_hourly by months of UTC';
COMMENT ON COLUMN rollup_command_latency_monthly.month IS 'its first day';

-- Rows of rollup_command_hourly are only ever inserted or updated. In `body`, %1$s is what changed, as rows with a sign.
CREATE FUNCTION app.follow_latency(body text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	event text;
	signed text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
		signed := 'SELECT r.*, 1 AS sign FROM new_rows r' || CASE event
			WHEN 'update' THEN ' UNION ALL SELECT r.*, -1 AS sign FROM old_rows r' ELSE '' END;
		EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L',
			'follow_latency_' || event, format('BEGIN %s RETURN NULL; END', format(body, signed)));
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON rollup_command_hourly REFERENCING %s NEW TABLE AS new_rows'
			' FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', 'follow_latency_' || event, event,
			CASE event WHEN 'update' THEN 'OLD TABLE AS old_rows' ELSE '' END, 'follow_latency_' || event);
	END LOOP;
END $make$;

-- Upserts go in the order of the key, so that two writers of the same days queue instead of deadlocking.
SELECT app.follow_latency($body$
	INSERT INTO rollup_latency_daily AS t (guild_id, day, bucket, executions)
	SELECT d.guild_id, (d.hour AT TIME ZONE 'UTC')::date, d.bucket, sum(d.sign * d.executions)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign * d.executions) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, bucket) DO UPDATE SET executions = t.executions + excluded.executions;

	INSERT INTO rollup_command_latency_daily AS t (guild_id, day, command_name, bucket, executions, errors)
	SELECT d.guild_id, (d.hour AT TIME ZONE 'UTC')::date, d.command_name, d.bucket,
		sum(d.sign * d.executions), sum(d.sign * d.errors)
	FROM (%1$s) d GROUP BY 1, 2, 3, 4
	HAVING sum(d.sign * d.executions) <> 0 OR sum(d.sign * d.errors) <> 0 ORDER BY 1, 2, 3, 4
	ON CONFLICT (guild_id, day, command_name, bucket) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors;

	INSERT INTO rollup_command_latency_monthly AS t (guild_id, month, command_name, bucket, executions, errors)
	SELECT d.guild_id, date_trunc('month', d.hour AT TIME ZONE 'UTC')::date, d.command_name, d.bucket,
		sum(d.sign * d.executions), sum(d.sign * d.errors)
	FROM (%1$s) d GROUP BY 1, 2, 3, 4
	HAVING sum(d.sign * d.executions) <> 0 OR sum(d.sign * d.errors) <> 0 ORDER BY 1, 2, 3, 4
	ON CONFLICT (guild_id, month, command_name, bucket) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors;
$body$);

DROP FUNCTION app.follow_latency(text);

INSERT INTO rollup_latency_daily (guild_id, day, bucket, executions)
SELECT guild_id, (hour AT TIME ZONE 'UTC')::date, bucket, sum(executions) FROM rollup_command_hourly GROUP BY 1, 2, 3;

INSERT INTO rollup_command_latency_daily (guild_id, day, command_name, bucket, executions, errors)
SELECT guild_id, (hour AT TIME ZONE 'UTC')::date, command_name, bucket, sum(executions), sum(errors)
FROM rollup_command_hourly GROUP BY 1, 2, 3, 4;

INSERT INTO rollup_command_latency_monthly (guild_id, month, command_name, bucket, executions, errors)
SELECT guild_id, date_trunc('month', day::timestamp)::date, command_name, bucket, sum(executions), sum(errors)
FROM rollup_command_latency_daily GROUP BY 1, 2, 3, 4;

-- Only the triggers write.
SELECT app.protect('rollup_latency_daily', 1, NULL), app.protect('rollup_command_latency_daily', 1, NULL),
	app.protect('rollup_command_latency_monthly', 1, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_latency_daily, rollup_command_latency_daily, rollup_command_latency_monthly
	FROM guildhall_bot;
