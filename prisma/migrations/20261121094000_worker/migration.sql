-- What the gateway worker keeps for itself, and bans, which no document has a table for.

-- Where each shard's session is to be resumed: `sequence` is the last frame whose rows are committed.
CREATE TABLE gateway_sessions (
	shard_id integer NOT NULL,
	shard_count integer NOT NULL,
	session_id text NOT NULL,
	resume_url text NOT NULL,
	sequence bigint NOT NULL,
	updated_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (shard_id, shard_count)
);

-- Frames that could not be stored, with the reason; the stream went on without them.
CREATE TABLE gateway_dead_letters (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	shard_id integer NOT NULL,
	sequence bigint NOT NULL,
	event text NOT NULL,
	reason text NOT NULL,
	frame jsonb NOT NULL,
	received_at timestamptz NOT NULL
);
COMMENT ON COLUMN gateway_dead_letters.frame IS 'the event''s data; may hold what people wrote: no role of the web may read it';
CREATE INDEX gateway_dead_letters_received_idx ON gateway_dead_letters (received_at DESC);

-- Messages that were deleted before they were known, so that knowledge that comes late does not bring them back.
CREATE TABLE gateway_tombstones (
	guild_id bigint NOT NULL,
	message_id bigint NOT NULL,
	deleted_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, message_id)
);
CREATE INDEX gateway_tombstones_deleted_idx ON gateway_tombstones (deleted_at);

DO $$
DECLARE
	tbl regclass;
BEGIN
	FOREACH tbl IN ARRAY ARRAY['gateway_sessions', 'gateway_dead_letters', 'gateway_tombstones']::regclass[] LOOP
		PERFORM app.lock(tbl);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO guildhall_bot', tbl);
		EXECUTE format('CREATE POLICY bot_all ON %s TO guildhall_bot USING (true) WITH CHECK (true)', tbl);
	END LOOP;
END $$;

-- Who may not come back, and who may again.
CREATE TABLE discord_guild_bans (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	user_id bigint NOT NULL REFERENCES discord_users (id),
	reason text,
	banned_at timestamptz,
	removed_at timestamptz,
	observed_at timestamptz NOT NULL DEFAULT now(),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, user_id)
);
COMMENT ON COLUMN discord_guild_bans.banned_at IS 'null where the ban is older than what the worker has seen';
CREATE INDEX discord_guild_bans_standing_idx ON discord_guild_bans (guild_id, user_id) WHERE removed_at IS NULL;
SELECT app.touch('discord_guild_bans'), app.protect('discord_guild_bans', 2, NULL);

-- A case for each entry of Discord's audit log, and no second one.
CREATE UNIQUE INDEX cases_audit_log_entry_key ON cases (guild_id, audit_log_entry_id) WHERE audit_log_entry_id IS NOT NULL;
