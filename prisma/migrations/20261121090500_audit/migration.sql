-- Three logs: what the bot did, what Discord's own log says (kept past its 45 days), and who changed what in this product.

CREATE TABLE discord_audit_log (
	id bigint NOT NULL DEFAULT app.new_snowflake(),
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	action text NOT NULL,
	actor_id bigint,
	target_id bigint,
	channel_id bigint,
	message_id bigint,
	reason text,
	metadata jsonb,
	performed_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, id),
	CONSTRAINT discord_audit_log_id_snowflake CHECK (id >= 4194304),
	CONSTRAINT discord_audit_log_action_form CHECK (action ~ '^[a-z0-9_]{1,64}$')
) PARTITION BY RANGE (id);
CREATE TABLE discord_audit_log_default PARTITION OF discord_audit_log DEFAULT;
CREATE INDEX idx_audit_action ON discord_audit_log (guild_id, action, id DESC);
CREATE INDEX idx_audit_actor ON discord_audit_log (guild_id, actor_id, id DESC);
CREATE INDEX idx_audit_target ON discord_audit_log (guild_id, target_id, id DESC) WHERE target_id IS NOT NULL;

CREATE TABLE discord_native_audit_log (
	id bigint NOT NULL,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	action_type integer NOT NULL,
	user_id bigint,
	target_id bigint,
	changes jsonb,
	options jsonb,
	reason text,
	recorded_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, id),
	CONSTRAINT discord_native_audit_log_id_snowflake CHECK (id >= 4194304)
) PARTITION BY RANGE (id);
COMMENT ON COLUMN discord_native_audit_log.action_type IS 'Discord''s number of the action; its time is in the id';
CREATE TABLE discord_native_audit_log_default PARTITION OF discord_native_audit_log DEFAULT;
CREATE INDEX idx_native_audit_action ON discord_native_audit_log (guild_id, action_type, id DESC);
CREATE INDEX idx_native_audit_user ON discord_native_audit_log (guild_id, user_id, id DESC);
CREATE INDEX idx_native_audit_target ON discord_native_audit_log (guild_id, target_id, id DESC);

SELECT app.derive_guild('discord_audit_log'),
	app.protect('discord_audit_log', 3, NULL), app.protect('discord_native_audit_log', 3, NULL);
SELECT app.ensure_month_partitions(log::regclass, (now() - interval '14 months')::date, (now() + interval '3 months')::date)
FROM unnest(ARRAY['discord_audit_log', 'discord_native_audit_log']) AS log;

------------------------------------------------------------------------------------------------ dashboard changes

-- Who changed what in the dashboard, chained per guild: hash = sha256(previous hash || row). Append-only: no role may
-- update it, and only `app.prune_changes` deletes, from the old end. It outlives the guild: no foreign key.
CREATE TABLE dashboard_changes (
	guild_id bigint NOT NULL,
	seq bigint NOT NULL,
	at timestamptz NOT NULL,
	actor_id bigint,
	actor_name text,
	table_name text NOT NULL,
	operation text NOT NULL,
	row_key text NOT NULL,
	before jsonb,
	after jsonb,
	request_id text,
	prev_hash bytea NOT NULL,
	hash bytea NOT NULL,
	PRIMARY KEY (guild_id, seq),
	CONSTRAINT dashboard_changes_operation_known CHECK (operation IN ('insert', 'update', 'delete'))
);
COMMENT ON COLUMN dashboard_changes.row_key IS 'the row''s key columns, joined by /';
COMMENT ON COLUMN dashboard_changes.before IS 'the changed fields as they were; secrets masked';
CREATE INDEX dashboard_changes_actor_idx ON dashboard_changes (guild_id, actor_id, seq DESC);
CREATE INDEX dashboard_changes_row_idx ON dashboard_changes (guild_id, table_name, row_key, seq DESC);
CREATE INDEX dashboard_changes_at_idx ON dashboard_changes (guild_id, at DESC);

-- The end of each guild's chain, and where it begins after old rows were pruned.
CREATE TABLE dashboard_change_heads (
	guild_id bigint PRIMARY KEY,
	seq bigint NOT NULL DEFAULT 0,
	hash bytea NOT NULL DEFAULT '\x',
	pruned_seq bigint NOT NULL DEFAULT 0,
	pruned_hash bytea NOT NULL DEFAULT '\x'
);
SELECT app.lock('dashboard_change_heads');

ALTER TABLE dashboard_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE dashboard_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_select ON dashboard_changes FOR SELECT TO guildhall_owner USING (true);
CREATE POLICY owner_insert ON dashboard_changes FOR INSERT TO guildhall_owner WITH CHECK (true);
CREATE POLICY owner_prune ON dashboard_changes FOR DELETE TO guildhall_owner
	USING ((SELECT current_setting('app.pruning', true)) = 'on');
SELECT app.web_policies('dashboard_changes', 5, NULL, 'guild_id', 'select');
-- Whoever may read a case may read how it came to be as it is.
CREATE POLICY web_select_case_history ON dashboard_changes FOR SELECT TO guildhall_web
	USING (table_name = 'cases' AND guild_id = (SELECT app.guild(2)));

-- What is chained: every field, in a form that does not depend on the session's settings.
CREATE FUNCTION app.change_digest(change dashboard_changes) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN sha256(change.prev_hash || convert_to(jsonb_build_array(
	change.guild_id, change.seq, (extract(epoch FROM change.at) * 1000000)::bigint, change.actor_id, change.actor_name,
	change.table_name, change.operation, change.row_key, change.before, change.after, change.request_id
)::text, 'UTF8'));

-- Appends to a guild's chain. The head's row lock makes writers of one guild take turns until they commit.
CREATE FUNCTION app.append_change(
	guild bigint, changed_table text, op text, changed_key text, old_fields jsonb, new_fields jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	change dashboard_changes;
	who bigint := app.user_id();
BEGIN
	INSERT INTO dashboard_change_heads (guild_id) VALUES (guild) ON CONFLICT (guild_id) DO NOTHING;
	SELECT h.seq + 1, h.hash INTO change.seq, change.prev_hash
	FROM dashboard_change_heads h WHERE h.guild_id = guild FOR UPDATE;
	change.guild_id := guild;
	change.at := clock_timestamp();
	change.actor_id := who;
	change.actor_name := (SELECT coalesce(u.global_name, u.discord_username) FROM web_users u WHERE u.user_id = who);
	change.table_name := changed_table;
	change.operation := op;
	change.row_key := changed_key;
	change.before := old_fields;
	change.after := new_fields;
	change.request_id := nullif(current_setting('app.request_id', true), '');
	change.hash := app.change_digest(change);
	INSERT INTO dashboard_changes SELECT (change).*;
	UPDATE dashboard_change_heads SET seq = change.seq, hash = change.hash WHERE guild_id = guild;
END $$;

-- Recomputes a guild's chain from its first kept row. `problem` is null when it holds; else `broken_seq` is the first row
-- that is missing, changed or out of place.
CREATE FUNCTION app.verify_changes(guild bigint, OUT checked bigint, OUT broken_seq bigint, OUT problem text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	head dashboard_change_heads;
	change dashboard_changes;
	expected_seq bigint;
	expected_hash bytea;
BEGIN
	checked := 0;
	SELECT * INTO head FROM dashboard_change_heads h WHERE h.guild_id = guild;
	expected_seq := coalesce(head.pruned_seq, 0) + 1;
	expected_hash := coalesce(head.pruned_hash, '\x');
	FOR change IN SELECT * FROM dashboard_changes c WHERE c.guild_id = guild ORDER BY c.seq LOOP
		problem := CASE
			WHEN change.seq <> expected_seq THEN 'a row is missing'
			WHEN change.prev_hash <> expected_hash THEN 'the row does not follow the one before it'
			WHEN change.hash <> app.change_digest(change) THEN 'the row was altered'
		END;
		IF problem IS NOT NULL THEN
			broken_seq := least(expected_seq, change.seq);
			RETURN;
		END IF;
		checked := checked + 1;
		expected_seq := change.seq + 1;
		expected_hash := change.hash;
	END LOOP;
	IF expected_hash <> coalesce(head.hash, '\x') THEN
		broken_seq := expected_seq;
		problem := 'the newest rows are missing';
	END IF;
END $$;

-- Forgets a guild's changes from before `moment` (never the last 90 days), keeping the chain verifiable. The newest row
-- always stays.
CREATE FUNCTION app.prune_changes(guild bigint, moment timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	last dashboard_changes;
	pruned bigint;
BEGIN
	PERFORM 1 FROM dashboard_change_heads h WHERE h.guild_id = guild FOR UPDATE;
	SELECT * INTO last FROM dashboard_changes c
	WHERE c.guild_id = guild AND c.at < least(moment, now() - interval '90 days')
		AND c.seq < (SELECT h.seq FROM dashboard_change_heads h WHERE h.guild_id = guild)
	ORDER BY c.seq DESC LIMIT 1;
	IF last.seq IS NULL THEN
		RETURN 0;
	END IF;
	PERFORM set_config('app.pruning', 'on', true);
	DELETE FROM dashboard_changes c WHERE c.guild_id = guild AND c.seq <= last.seq;
	GET DIAGNOSTICS pruned = ROW_COUNT;
	PERFORM set_config('app.pruning', '', true);
	UPDATE dashboard_change_heads SET pruned_seq = last.seq, pruned_hash = last.hash WHERE guild_id = guild;
	RETURN pruned;
END $$;
GRANT EXECUTE ON FUNCTION app.prune_changes(bigint, timestamptz) TO guildhall_bot;
