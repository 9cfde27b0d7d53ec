-- What restrains a member is a measure that stands: one that was voided, or that Discord refused, neither was lifted nor
-- keeps the one before it from being lifted. And no case ends before it begins: one written down when its time had run out
-- already was over at once, and says nothing of how long it lasted.

COMMENT ON COLUMN rollup_cases.ended_at IS 'when it is no longer open, which may be in the future: closed, voided or run out; not before it was opened';
COMMENT ON COLUMN rollup_cases.seconds IS 'from its opening to its end; null for what has no end, or one before its opening, was voided, refused by Discord, or was over as soon as it was done';

-- All cases of some members that are not deleted. A ban, timeout or jail was lifted when the first valid lifting of its kind
-- after it came before its time had run out, and before another one of its kind that stands. Discord refused what none of
-- the case's own orders achieved, unless its log tells of it; the order that ends a temporary ban is not the ban's own.
CREATE OR REPLACE FUNCTION app.case_facts(guild bigint, users bigint[]) RETURNS SETOF rollup_cases
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN QUERY
	SELECT k.guild_id, k.case_id, k.created_at, CASE WHEN k.over IS NOT NULL THEN greatest(k.over, k.created_at) END,
		CASE WHEN k.stands AND isfinite(k.over) AND k.over >= k.created_at
			AND k.case_type IN ('KICK', 'UNBAN', 'UNTIMEOUT', 'UNJAIL') IS NOT TRUE
			THEN extract(epoch FROM k.over - k.created_at)::double precision END,
		k.case_moderator_id, k.case_user_id, k.voided_at IS NOT NULL,
		coalesce(k.restrains AND k.stands AND k.lifting < coalesce(k.case_expires_at, 'infinity')
			AND k.lifting <= coalesce(k.another, 'infinity'), false),
		coalesce(k.case_type, 'custom:' || k.custom_case_type_id),
		CASE WHEN k.case_metadata ->> 'source' IS NULL THEN 'command'
			WHEN k.case_metadata ->> 'source' = 'dashboard' THEN 'dashboard'
			WHEN k.case_metadata ->> 'source' = 'audit_log' THEN 'discord'
			ELSE 'automatic' END,
		CASE WHEN NOT k.lifts AND k.voided_at IS NULL THEN k.earlier END
	FROM (
		SELECT m.*,
			least(m.case_expires_at,
				CASE WHEN NOT m.case_status THEN coalesce(m.resolved_at, m.voided_at, m.updated_at) END) AS over,
			min(m.created_at) FILTER (WHERE m.lifts AND m.stands) OVER (
				PARTITION BY m.case_user_id, m.kind ORDER BY m.created_at DESC
				GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS lifting,
			min(m.created_at) FILTER (WHERE m.restrains AND m.stands) OVER (
				PARTITION BY m.case_user_id, m.kind ORDER BY m.created_at DESC, m.case_id DESC
				ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS another,
			max(m.created_at) FILTER (WHERE NOT m.lifts AND m.voided_at IS NULL) OVER (
				PARTITION BY m.case_user_id ORDER BY m.created_at, m.case_id
				ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
		FROM (
			SELECT c.*, t.kind, t.kind IS NOT NULL AND NOT t.lifts AS restrains, coalesce(t.lifts, false) AS lifts,
				c.voided_at IS NULL AND (c.order_state <> 'failed' OR c.audit_log_entry_id IS NOT NULL OR coalesce((
					SELECT bool_or(o.state = 'done') FILTER (WHERE (o.kind = 'unban') = (c.case_type = 'UNBAN')) IS DISTINCT FROM false
					FROM discord_orders o WHERE o.guild_id = c.guild_id AND o.case_id = c.case_id
					HAVING count(*) > 0), false)) AS stands
			FROM cases c LEFT JOIN (VALUES
				('BAN', 'ban', false), ('HACKBAN', 'ban', false), ('TEMPBAN', 'ban', false), ('UNBAN', 'ban', true),
				('TIMEOUT', 'timeout', false), ('UNTIMEOUT', 'timeout', true), ('JAIL', 'jail', false), ('UNJAIL', 'jail', true)
			) AS t (type, kind, lifts) ON t.type = c.case_type
			WHERE c.guild_id = guild AND c.case_user_id = ANY (users) AND NOT c.is_deleted) m
	) k;
END $$;

-- The trigger functions of cases, written anew for each event.
DO $write$
DECLARE
	event text;
	signed text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		signed := concat_ws(' UNION ALL ',
			CASE WHEN event <> 'delete' THEN 'SELECT r.*, 1 AS sign FROM new_rows r' END,
			CASE WHEN event <> 'insert' THEN 'SELECT r.*, -1 AS sign FROM old_rows r' END)
			|| CASE event WHEN 'delete' THEN ' WHERE EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)' ELSE '' END;
		EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L', 'tell_cases_' || event, format($body$
BEGIN
	IF NOT EXISTS (
		SELECT FROM (%1$s) d
		GROUP BY d.guild_id, d.case_id, d.case_user_id, d.case_moderator_id, d.case_type, d.custom_case_type_id,
			d.created_at, d.case_expires_at, d.is_deleted, d.voided_at IS NULL,
			d.order_state = 'failed' AND d.audit_log_entry_id IS NULL, d.case_metadata ->> 'source',
			CASE WHEN NOT d.case_status THEN coalesce(d.resolved_at, d.voided_at, d.updated_at) END
		HAVING sum(d.sign) <> 0
	) THEN
		RETURN NULL;
	END IF;

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
			lifted = excluded.lifted, type = excluded.type, source = excluded.source, earlier_at = excluded.earlier_at
		WHERE t IS DISTINCT FROM excluded;
	RETURN NULL;
END $body$, signed));
	END LOOP;
END $write$;

------------------------------------------------------------------------------------------------ what is there already

INSERT INTO rollup_cases AS t
SELECT f.*
FROM (SELECT c.guild_id, array_agg(DISTINCT c.user_id) AS users FROM rollup_cases c GROUP BY 1) k
	CROSS JOIN LATERAL app.case_facts(k.guild_id, k.users) f
ORDER BY f.guild_id, f.case_id
ON CONFLICT (guild_id, case_id) DO UPDATE
	SET ended_at = excluded.ended_at, seconds = excluded.seconds, lifted = excluded.lifted
	WHERE t IS DISTINCT FROM excluded;
