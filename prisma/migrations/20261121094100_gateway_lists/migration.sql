-- The moment of what is known, also where no import writes: a frame that comes late covers nothing newer.
ALTER TABLE discord_emojis ADD COLUMN observed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE discord_stickers ADD COLUMN observed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE discord_scheduled_events ADD COLUMN observed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE discord_voice_states ADD COLUMN observed_at timestamptz NOT NULL DEFAULT now();

-- A person's last stretch in a guild's voice channels, and those that are open.
CREATE INDEX discord_voice_states_person_idx ON discord_voice_states (guild_id, user_id, joined_at DESC);
CREATE INDEX discord_voice_states_open_idx ON discord_voice_states (guild_id, user_id) WHERE left_at IS NULL;

-- When a guild's whole list of something was last told; what is removed from such a list leaves no row that would tell.
CREATE TABLE gateway_lists (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	list text NOT NULL,
	observed_at timestamptz NOT NULL,
	PRIMARY KEY (guild_id, list),
	CONSTRAINT gateway_lists_list_known CHECK (list IN ('emojis', 'stickers'))
);

-- The chunks of a guild's members that are stored; when all of a request are, whoever none of them listed is gone.
CREATE TABLE gateway_member_chunks (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	requested_at timestamptz NOT NULL,
	chunk_index integer NOT NULL,
	chunk_count integer NOT NULL,
	PRIMARY KEY (guild_id, requested_at, chunk_index)
);

DO $$
DECLARE
	tbl regclass;
BEGIN
	FOREACH tbl IN ARRAY ARRAY['gateway_lists', 'gateway_member_chunks']::regclass[] LOOP
		PERFORM app.lock(tbl);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO guildhall_bot', tbl);
		EXECUTE format('CREATE POLICY bot_all ON %s TO guildhall_bot USING (true) WITH CHECK (true)', tbl);
	END LOOP;
END $$;
