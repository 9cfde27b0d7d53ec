-- Uses of commands by channel, so that the page of commands can be narrowed to one: counts only. A histogram of response times
-- for each channel would be some hundred times as many rows.

CREATE TABLE rollup_command_channel_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint NOT NULL,
	day date NOT NULL,
	command_name text NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, channel_id, day, command_name) INCLUDE (executions, errors)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_command_channel_daily IS 'executions of application commands by channels and days of UTC';
COMMENT ON COLUMN rollup_command_channel_daily.channel_id IS '0 where the channel is unknown';

-- Like app.count_by of the rollups: one trigger function for each event, written out from a common text, in which %1$s is
-- what the statement did, as rows with a sign.
CREATE FUNCTION app.count_by(tbl regclass, counter text, counted text, body text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	added text := format('SELECT r.*, 1 AS sign FROM new_rows r WHERE %s', counted);
	removed text := format('SELECT r.*, -1 AS sign FROM old_rows r WHERE %s', counted);
	event text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L',
			counter || '_' || event, format('BEGIN %s RETURN NULL; END', format(body, CASE event
				WHEN 'insert' THEN added
				WHEN 'update' THEN added || ' UNION ALL ' || removed
				ELSE removed || ' AND EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)'
			END)));
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s %s FOR EACH STATEMENT EXECUTE FUNCTION app.%I()',
			counter || '_' || event, event, tbl,
			CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' ELSE '' END,
			CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' ELSE '' END, counter || '_' || event);
	END LOOP;
END $make$;

-- Upserts go in the order of the key, so that two writers of the same days queue instead of deadlocking.
SELECT app.count_by('discord_command_executions', 'count_channel_executions', 'r.interaction_type = ''application_command''', $body$
	INSERT INTO rollup_command_channel_daily AS t (guild_id, channel_id, day, command_name, executions, errors)
	SELECT d.guild_id, coalesce(d.channel_id, 0), (d.executed_at AT TIME ZONE 'UTC')::date, coalesce(d.command_name, ''),
		sum(d.sign), sum(CASE WHEN d.error THEN d.sign ELSE 0 END)
	FROM (%1$s) d GROUP BY 1, 2, 3, 4
	HAVING sum(d.sign) <> 0 OR sum(CASE WHEN d.error THEN d.sign ELSE 0 END) <> 0
	ORDER BY 1, 2, 3, 4
	ON CONFLICT (guild_id, channel_id, day, command_name) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors;
$body$);

DROP FUNCTION app.count_by(regclass, text, text, text);

INSERT INTO rollup_command_channel_daily (guild_id, channel_id, day, command_name, executions, errors)
SELECT e.guild_id, coalesce(e.channel_id, 0), (e.executed_at AT TIME ZONE 'UTC')::date, coalesce(e.command_name, ''),
	count(*), count(*) FILTER (WHERE e.error)
FROM discord_command_executions e WHERE e.interaction_type = 'application_command'
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4;

-- As the executions: a channel of two people has hardly more than one a day. Only the triggers write.
SELECT app.protect('rollup_command_channel_daily', 2, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_command_channel_daily FROM guildhall_bot;
