-- Cases as the figures of moderation ask for them, so that a year of them costs days and months and not every case: one
-- narrow row a case with what became of it, and the counts made of these rows. A case says nothing of its own about having
-- been lifted: the order of all cases of its member does.

CREATE TABLE rollup_cases (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	case_id bigint NOT NULL,
	created_at timestamptz NOT NULL,
	ended_at timestamptz,
	seconds double precision,
	moderator_id bigint NOT NULL,
	user_id bigint NOT NULL,
	voided boolean NOT NULL,
	lifted boolean NOT NULL,
	type text NOT NULL,
	source text NOT NULL,
	PRIMARY KEY (guild_id, case_id),
	CONSTRAINT rollup_cases_source_known CHECK (source IN ('command', 'dashboard', 'discord', 'automatic'))
) WITH (fillfactor = 90);
COMMENT ON TABLE rollup_cases IS 'cases that are not deleted, with what became of them; app.case_facts tells it of a member''s cases';
COMMENT ON COLUMN rollup_cases.ended_at IS 'when it is no longer open, which may be in the future: closed, voided or run out';
COMMENT ON COLUMN rollup_cases.seconds IS 'from its opening to its end; null for what has no end, was voided, failed, or was over as soon as it was done';
COMMENT ON COLUMN rollup_cases.lifted IS 'somebody lifted it before its time had run out: it was the member''s newest of its kind then';
COMMENT ON COLUMN rollup_cases.type IS 'the type''s name, or custom: and the id of the server''s own';
COMMENT ON COLUMN rollup_cases.source IS 'by what the case says; whatever a bot''s account did is automatic besides';
CREATE INDEX rollup_cases_created_idx ON rollup_cases (guild_id, created_at) INCLUDE (type, moderator_id, source, voided, lifted);
CREATE INDEX rollup_cases_times_idx ON rollup_cases (guild_id, created_at) INCLUDE (ended_at, seconds) WHERE seconds IS NOT NULL;
CREATE INDEX rollup_cases_members_idx ON rollup_cases (guild_id, created_at) INCLUDE (user_id)
	WHERE NOT voided AND type NOT IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL');
CREATE INDEX rollup_cases_ended_idx ON rollup_cases (guild_id, ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE rollup_cases_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	type text NOT NULL,
	cases integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, type) INCLUDE (cases)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_cases_daily IS 'cases opened, without those that were voided';

CREATE TABLE rollup_cases_monthly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	month date NOT NULL,
	moderator_id bigint NOT NULL,
	type text NOT NULL,
	source text NOT NULL,
	cases integer NOT NULL DEFAULT 0,
	voided integer NOT NULL DEFAULT 0,
	lifted integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, month, moderator_id, type, source) INCLUDE (cases, voided, lifted)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_cases_monthly IS 'cases opened in a month, named by its first day: without those that were voided, those that were, and those that were lifted';

CREATE TABLE rollup_open_cases_hourly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	hour timestamptz NOT NULL,
	change integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, hour) INCLUDE (change)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_open_cases_hourly IS 'cases opened in an hour less those that ended then; of hours to come, those whose time runs out. Added up from the first hour they are the open ones';

CREATE TABLE rollup_open_cases_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	change integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day) INCLUDE (change)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_open_cases_daily IS 'the same by days, for what lies before the hours that are asked for';

------------------------------------------------------------------------------------------------ what became of a case

-- All cases of some members that are not deleted. A ban, timeout or jail was lifted when the first valid lifting of its kind
-- after it came before its time had run out, and before another one of its kind.
CREATE FUNCTION app.case_facts(guild bigint, users bigint[]) RETURNS SETOF rollup_cases
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN QUERY
	SELECT k.guild_id, k.case_id, k.created_at, k.ended_at,
		CASE WHEN k.voided_at IS NULL AND k.order_state <> 'failed' AND isfinite(k.ended_at)
			AND k.case_type IN ('KICK', 'UNBAN', 'UNTIMEOUT', 'UNJAIL') IS NOT TRUE
			THEN extract(epoch FROM k.ended_at - k.created_at)::double precision END,
		k.case_moderator_id, k.case_user_id, k.voided_at IS NOT NULL,
		coalesce(k.restrains AND k.voided_at IS NULL AND k.lifting < coalesce(k.case_expires_at, 'infinity')
			AND k.lifting <= coalesce(k.another, 'infinity'), false),
		coalesce(k.case_type, 'custom:' || k.custom_case_type_id),
		CASE WHEN k.case_metadata ->> 'source' IS NULL THEN 'command'
			WHEN k.case_metadata ->> 'source' = 'dashboard' THEN 'dashboard'
			WHEN k.case_metadata ->> 'source' = 'audit_log' THEN 'discord'
			ELSE 'automatic' END
	FROM (
		SELECT m.*,
			least(m.case_expires_at,
				CASE WHEN NOT m.case_status THEN coalesce(m.resolved_at, m.voided_at, m.updated_at) END) AS ended_at,
			min(m.created_at) FILTER (WHERE m.lifts AND m.voided_at IS NULL AND m.order_state <> 'failed') OVER (
				PARTITION BY m.case_user_id, m.kind ORDER BY m.created_at DESC
				GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS lifting,
			min(m.created_at) FILTER (WHERE m.restrains) OVER (
				PARTITION BY m.case_user_id, m.kind ORDER BY m.created_at DESC, m.case_id DESC
				ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS another
		FROM (
			SELECT c.*, t.kind, t.kind IS NOT NULL AND NOT t.lifts AS restrains, coalesce(t.lifts, false) AS lifts
			FROM cases c LEFT JOIN (VALUES
				('BAN', 'ban', false), ('HACKBAN', 'ban', false), ('TEMPBAN', 'ban', false), ('UNBAN', 'ban', true),
				('TIMEOUT', 'timeout', false), ('UNTIMEOUT', 'timeout', true), ('JAIL', 'jail', false), ('UNJAIL', 'jail', true)
			) AS t (type, kind, lifts) ON t.type = c.case_type
			WHERE c.guild_id = guild AND c.case_user_id = ANY (users) AND NOT c.is_deleted) m
	) k;
END $$;

------------------------------------------------------------------------------------------------ writing triggers

-- Like app.count_by of the rollups before: one trigger function for each event, written out from a common text, in which
-- %1$s is what the statement did, as rows with a sign.
CREATE FUNCTION app.count_by(tbl regclass, counter text, body text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	added CONSTANT text := 'SELECT r.*, 1 AS sign FROM new_rows r';
	removed CONSTANT text := 'SELECT r.*, -1 AS sign FROM old_rows r';
	event text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L',
			counter || '_' || event, format('BEGIN %s RETURN NULL; END', format(body, CASE event
				WHEN 'insert' THEN added
				WHEN 'update' THEN added || ' UNION ALL ' || removed
				ELSE removed || ' WHERE EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)'
			END)));
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s %s FOR EACH STATEMENT EXECUTE FUNCTION app.%I()',
			counter || '_' || event, event, tbl,
			CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' ELSE '' END,
			CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' ELSE '' END, counter || '_' || event);
	END LOOP;
END $make$;

SELECT app.count_by('rollup_cases', 'count_cases', $body$
	INSERT INTO rollup_cases_daily AS t (guild_id, day, type, cases)
	SELECT d.guild_id, (d.created_at AT TIME ZONE 'UTC')::date, d.type, sum(d.sign)
	FROM (%1$s) d WHERE NOT d.voided
	GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, type) DO UPDATE SET cases = t.cases + excluded.cases;

	INSERT INTO rollup_cases_monthly AS t (guild_id, month, moderator_id, type, source, cases, voided, lifted)
	SELECT n.guild_id, n.month, n.moderator_id, n.type, n.source, n.cases, n.voided, n.lifted
	FROM (
		SELECT d.guild_id, date_trunc('month', d.created_at AT TIME ZONE 'UTC')::date AS month, d.moderator_id, d.type,
			d.source, sum(d.sign * (NOT d.voided)::integer) AS cases, sum(d.sign * d.voided::integer) AS voided,
			sum(d.sign * d.lifted::integer) AS lifted
		FROM (%1$s) d GROUP BY 1, 2, 3, 4, 5) n
	WHERE n.cases <> 0 OR n.voided <> 0 OR n.lifted <> 0
	ORDER BY 1, 2, 3, 4, 5
	ON CONFLICT (guild_id, month, moderator_id, type, source) DO UPDATE
		SET cases = t.cases + excluded.cases, voided = t.voided + excluded.voided, lifted = t.lifted + excluded.lifted;

	INSERT INTO rollup_open_cases_hourly AS t (guild_id, hour, change)
	SELECT d.guild_id, date_trunc('hour', v.moment, 'UTC'), sum(d.sign * v.change)
	FROM (%1$s) d CROSS JOIN LATERAL (VALUES (d.created_at, 1), (d.ended_at, -1)) AS v (moment, change)
	WHERE v.moment IS NOT NULL
	GROUP BY 1, 2 HAVING sum(d.sign * v.change) <> 0 ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE SET change = t.change + excluded.change;

	INSERT INTO rollup_open_cases_daily AS t (guild_id, day, change)
	SELECT d.guild_id, (v.moment AT TIME ZONE 'UTC')::date, sum(d.sign * v.change)
	FROM (%1$s) d CROSS JOIN LATERAL (VALUES (d.created_at, 1), (d.ended_at, -1)) AS v (moment, change)
	WHERE v.moment IS NOT NULL
	GROUP BY 1, 2 HAVING sum(d.sign * v.change) <> 0 ORDER BY 1, 2
	ON CONFLICT (guild_id, day) DO UPDATE SET change = t.change + excluded.change;
$body$);

-- Whoever changes a guild's cases holds its row, as whoever numbers one does: the statements after that see what everybody
-- before has committed, and all cases of the members that are met are told anew.
SELECT app.count_by('cases', 'tell_cases', $body$
	PERFORM FROM (SELECT DISTINCT d.guild_id FROM (%1$s) d ORDER BY 1) k
		CROSS JOIN LATERAL (SELECT FROM discord_guilds g WHERE g.id = k.guild_id FOR NO KEY UPDATE) g;

	WITH facts AS MATERIALIZED (
		SELECT f.*
		FROM (SELECT d.guild_id, array_agg(DISTINCT d.case_user_id) AS users FROM (%1$s) d GROUP BY 1) k
			CROSS JOIN LATERAL app.case_facts(k.guild_id, k.users) f
	), gone AS (
		DELETE FROM rollup_cases r USING (SELECT DISTINCT d.guild_id, d.case_id FROM (%1$s) d) k
		WHERE r.guild_id = k.guild_id AND r.case_id = k.case_id
			AND NOT EXISTS (SELECT FROM facts f WHERE f.guild_id = k.guild_id AND f.case_id = k.case_id)
	)
	INSERT INTO rollup_cases AS t SELECT f.* FROM facts f ORDER BY f.guild_id, f.case_id
	ON CONFLICT (guild_id, case_id) DO UPDATE
		SET created_at = excluded.created_at, ended_at = excluded.ended_at, seconds = excluded.seconds,
			moderator_id = excluded.moderator_id, user_id = excluded.user_id, voided = excluded.voided,
			lifted = excluded.lifted, type = excluded.type, source = excluded.source
		WHERE t IS DISTINCT FROM excluded;
$body$);

DROP FUNCTION app.count_by(regclass, text, text);

------------------------------------------------------------------------------------------------ policies

-- As the cases they tell of. Only the triggers write.
SELECT app.protect('rollup_cases', 2, NULL), app.protect('rollup_cases_daily', 2, NULL),
	app.protect('rollup_cases_monthly', 2, NULL), app.protect('rollup_open_cases_hourly', 2, NULL),
	app.protect('rollup_open_cases_daily', 2, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_cases, rollup_cases_daily, rollup_cases_monthly, rollup_open_cases_hourly,
	rollup_open_cases_daily FROM guildhall_bot;

------------------------------------------------------------------------------------------------ what is there already

INSERT INTO rollup_cases
SELECT f.*
FROM (SELECT c.guild_id, array_agg(DISTINCT c.case_user_id) AS users FROM cases c GROUP BY 1) k
	CROSS JOIN LATERAL app.case_facts(k.guild_id, k.users) f
ORDER BY f.created_at, f.case_id;
