-- Guilds whose state is to be compared with Discord's, because a new session may have missed something: noted in the
-- transaction that takes the session's GUILD_CREATE, so that a worker which is killed meanwhile takes it up again.
CREATE TABLE gateway_catch_ups (
	guild_id bigint PRIMARY KEY REFERENCES discord_guilds (id) ON DELETE CASCADE,
	wanted_at timestamptz NOT NULL,
	members_listed boolean NOT NULL DEFAULT false,
	finished_at timestamptz
);
COMMENT ON COLUMN gateway_catch_ups.wanted_at IS 'when the session told of the guild: what is older may be out of date';
COMMENT ON COLUMN gateway_catch_ups.members_listed IS 'whether all members were told with the guild; else they are asked for';
CREATE INDEX gateway_catch_ups_wanted_idx ON gateway_catch_ups (wanted_at) WHERE finished_at IS NULL;

SELECT app.lock('gateway_catch_ups');
GRANT SELECT, INSERT, UPDATE, DELETE ON gateway_catch_ups TO guildhall_bot;
CREATE POLICY bot_all ON gateway_catch_ups TO guildhall_bot USING (true) WITH CHECK (true);

-- How far the bot's work has come, as numbers: orders of all guilds, frames that could not be stored, partitions. Only
-- operators are answered; what the frames or orders say stays closed to the web.
CREATE FUNCTION app.fleet_health() RETURNS TABLE (
	pending_orders integer, oldest_order_at timestamptz, failed_orders integer, waiting_guilds integer,
	dead_letters jsonb, partitions jsonb
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	part record;
	occupied boolean;
	found jsonb := '[]';
BEGIN
	IF NOT app.is_operator() THEN
		RETURN;
	END IF;
	SELECT count(*), min(greatest(o.requested_at, o.not_before)) INTO pending_orders, oldest_order_at
	FROM discord_orders o WHERE o.state = 'pending' AND coalesce(o.not_before, o.requested_at) <= now();
	SELECT count(*) INTO failed_orders
	FROM discord_orders o WHERE o.state = 'failed' AND o.finished_at > now() - interval '24 hours';
	SELECT count(*) INTO waiting_guilds FROM gateway_catch_ups c WHERE c.finished_at IS NULL;
	-- Without what a reason quotes of the frame, the kinds of faults are few.
	SELECT coalesce(jsonb_agg(d ORDER BY d.month DESC, d.event, d.reason), '[]') INTO dead_letters
	FROM (
		SELECT l.event, k.reason, count(*) FILTER (WHERE l.received_at > now() - interval '24 hours') AS day,
			count(*) AS month, max(l.received_at) AS latest
		FROM gateway_dead_letters l CROSS JOIN LATERAL (
			SELECT left(regexp_replace(regexp_replace(l.reason, ': ".*$', ''), '\d{6,}', '…', 'g'), 200) AS reason
		) AS k
		WHERE l.received_at > now() - interval '30 days'
		GROUP BY l.event, k.reason ORDER BY count(*) DESC, l.event LIMIT 50
	) AS d;
	FOR part IN
		SELECT p.partrelid, p.partdefid::regclass AS stray, parent.relname AS name,
			count(*) FILTER (WHERE child.oid <> p.partdefid) AS months,
			replace(max(substring(child.relname FROM 'y(\d{4}m\d{2})$')), 'm', '-') AS newest
		FROM pg_partitioned_table p
			JOIN pg_class parent ON parent.oid = p.partrelid
			JOIN pg_inherits i ON i.inhparent = p.partrelid
			JOIN pg_class child ON child.oid = i.inhrelid
		WHERE p.partdefid <> 0
		GROUP BY p.partrelid, p.partdefid, parent.relname ORDER BY parent.relname
	LOOP
		EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', part.stray) INTO occupied;
		found := found || jsonb_build_object('table', part.name, 'months', part.months, 'newest', part.newest, 'stray', occupied);
	END LOOP;
	partitions := found;
	RETURN NEXT;
END $$;
REVOKE EXECUTE ON FUNCTION app.fleet_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.fleet_health() TO guildhall_web;
