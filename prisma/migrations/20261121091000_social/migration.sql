-- AFK marks, levels, the starboard and reputation. S4 keys `afk` by member alone; here a member may be away in one guild
-- and present in another.

CREATE TABLE afk (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	member_id bigint NOT NULL,
	nickname varchar(100) NOT NULL,
	reason varchar(500) NOT NULL,
	since timestamptz NOT NULL DEFAULT now(),
	until timestamptz,
	enforced boolean NOT NULL DEFAULT false,
	perm_afk boolean NOT NULL DEFAULT false,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	is_deleted boolean NOT NULL DEFAULT false,
	deleted_at timestamptz,
	deleted_by bigint,
	PRIMARY KEY (guild_id, member_id)
);
CREATE INDEX afk_since_idx ON afk (guild_id, since DESC);

CREATE TABLE levels (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	member_id bigint NOT NULL,
	xp double precision NOT NULL DEFAULT 0,
	level integer NOT NULL DEFAULT 0,
	blacklisted boolean NOT NULL DEFAULT false,
	last_message timestamptz NOT NULL DEFAULT now(),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	is_deleted boolean NOT NULL DEFAULT false,
	deleted_at timestamptz,
	deleted_by bigint,
	PRIMARY KEY (guild_id, member_id),
	CONSTRAINT levels_xp_finite CHECK (xp >= 0 AND xp < 'Infinity'::double precision),
	CONSTRAINT levels_level_not_negative CHECK (level >= 0)
);
CREATE INDEX levels_guild_xp_idx ON levels (guild_id, xp DESC, member_id);

-- How the starboard works; its channel is `guild_config.starboard_channel_id`, beside the other channels.
CREATE TABLE starboard_config (
	guild_id bigint PRIMARY KEY REFERENCES discord_guilds (id) ON DELETE CASCADE,
	enabled boolean NOT NULL DEFAULT true,
	emoji varchar(100) NOT NULL DEFAULT '⭐',
	threshold integer NOT NULL DEFAULT 3,
	self_star boolean NOT NULL DEFAULT false,
	ignored_channels bigint[] NOT NULL DEFAULT '{}',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	CONSTRAINT starboard_config_threshold_range CHECK (threshold BETWEEN 1 AND 1000)
);

CREATE TABLE starboard_entries (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	message_id bigint NOT NULL,
	channel_id bigint NOT NULL,
	author_id bigint NOT NULL,
	star_count integer NOT NULL DEFAULT 0,
	starboard_message_id bigint,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	is_deleted boolean NOT NULL DEFAULT false,
	deleted_at timestamptz,
	deleted_by bigint,
	PRIMARY KEY (guild_id, message_id),
	CONSTRAINT starboard_entries_star_count_not_negative CHECK (star_count >= 0)
);
COMMENT ON COLUMN starboard_entries.message_id IS 'a bare id: the entry outlives the message';
CREATE INDEX starboard_entries_star_count_idx ON starboard_entries (guild_id, star_count DESC, message_id DESC);

-- S3's; a score that belongs to no server has `server_id` 0.
CREATE TABLE reputation_scores (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	user_id bigint NOT NULL,
	server_id bigint NOT NULL DEFAULT 0 REFERENCES discord_guilds (id) ON DELETE CASCADE,
	score integer NOT NULL DEFAULT 0,
	helpful_messages integer NOT NULL DEFAULT 0,
	quality_contributions integer NOT NULL DEFAULT 0,
	community_engagement integer NOT NULL DEFAULT 0,
	moderation_actions integer NOT NULL DEFAULT 0,
	last_calculated timestamptz NOT NULL DEFAULT now(),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (server_id, id),
	UNIQUE (user_id, server_id)
);
CREATE INDEX reputation_scores_score_idx ON reputation_scores (server_id, score DESC, user_id);

SELECT app.snowflakes('afk', 'guild_id', 'member_id'), app.snowflakes('levels', 'guild_id', 'member_id'),
	app.snowflakes('starboard_config', 'guild_id'),
	app.snowflakes('starboard_entries', 'guild_id', 'message_id', 'channel_id', 'author_id', 'starboard_message_id'),
	app.snowflakes('reputation_scores', 'server_id', 'user_id');
SELECT app.touch('afk'), app.touch('levels'), app.touch('starboard_config'), app.touch('starboard_entries'),
	app.touch('reputation_scores');
SELECT app.protect('afk', 1, 4, web => 'select,insert,update,delete'),
	app.protect('levels', 1, 4, web => 'select,update'),
	app.protect('starboard_config', 1, 4, web => 'select,insert,update'),
	app.protect('starboard_entries', 1, 4, web => 'select,update'),
	app.protect('reputation_scores', 1, NULL, 'server_id');
SELECT app.track('afk', '{guild_id,member_id}'), app.track('levels', '{guild_id,member_id}'),
	app.track('starboard_config', '{guild_id}'), app.track('starboard_entries', '{guild_id,message_id}');
