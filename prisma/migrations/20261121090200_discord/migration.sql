-- What Discord is made of: guilds, channels, people, members, roles and what hangs on them.
-- Names and addresses are TEXT: Discord has outgrown several of the documents' limits. Values that Discord keeps adding to
-- (channel types, webhook types …) are checked for their form only, so that a new one is kept and not refused.

------------------------------------------------------------------------------------------------ guilds

CREATE TABLE discord_guilds (
	id bigint PRIMARY KEY,
	name text NOT NULL,
	icon text,
	banner text,
	splash text,
	owner_id bigint,
	features text[],
	description text,
	vanity_url_code text,
	member_count integer,
	approximate_member_count integer,
	approximate_presence_count integer,
	afk_channel_id bigint,
	afk_timeout integer,
	system_channel_id bigint,
	system_channel_flags integer,
	rules_channel_id bigint,
	public_updates_channel_id bigint,
	verification_level smallint,
	explicit_content_filter smallint,
	mfa_level smallint,
	default_message_notifications smallint,
	premium_tier smallint,
	premium_subscription_count integer,
	max_presences integer,
	max_members integer,
	max_video_channel_users integer,
	region text,
	preferred_locale text,
	nsfw boolean DEFAULT false,
	large boolean DEFAULT false,
	unavailable boolean DEFAULT false,
	joined_at timestamptz,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	left_at timestamptz,
	deleted_at timestamptz,
	bot_permissions bigint,
	bot_active boolean DEFAULT true,
	active boolean NOT NULL DEFAULT true,
	case_count integer NOT NULL DEFAULT 0,
	note_count integer NOT NULL DEFAULT 0,
	plan_id uuid,
	CONSTRAINT discord_guilds_id_snowflake CHECK (id >= 4194304 OR id = 0)
);
COMMENT ON COLUMN discord_guilds.owner_id IS 'null while unknown (an export does not say)';
COMMENT ON COLUMN discord_guilds.case_count IS 'the last case_number given; taken by UPDATE … RETURNING';
COMMENT ON COLUMN discord_guilds.note_count IS 'the last note_number given; taken by UPDATE … RETURNING';
CREATE INDEX idx_guilds_owner ON discord_guilds (owner_id);
CREATE INDEX idx_guilds_active ON discord_guilds (bot_active) WHERE bot_active;
CREATE INDEX idx_guilds_left_at ON discord_guilds (left_at);

SELECT app.snowflakes('discord_guilds', 'owner_id'), app.touch('discord_guilds'),
	app.protect('discord_guilds', 1, NULL, 'id');

-- Where direct messages, global commands and standard stickers belong; nobody administers it.
INSERT INTO discord_guilds (id, name, bot_active, active) VALUES (0, '@me', false, false);

ALTER TABLE server_admins
	ADD CONSTRAINT server_admins_server_id_fkey FOREIGN KEY (server_id) REFERENCES discord_guilds (id) ON DELETE CASCADE;

------------------------------------------------------------------------------------------------ channels

CREATE TABLE discord_channels (
	id bigint PRIMARY KEY,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	name text,
	channel_type text NOT NULL,
	position integer,
	topic text,
	nsfw boolean DEFAULT false,
	rate_limit_per_user integer DEFAULT 0,
	bitrate integer,
	user_limit integer,
	rtc_region text,
	video_quality_mode smallint,
	parent_id bigint,
	owner_id bigint,
	message_count integer,
	member_count integer,
	archived boolean DEFAULT false,
	auto_archive_duration integer,
	default_auto_archive_duration integer,
	archive_timestamp timestamptz,
	locked boolean DEFAULT false,
	invitable boolean DEFAULT true,
	available_tags jsonb,
	applied_tags bigint[],
	default_reaction_emoji jsonb,
	default_thread_rate_limit integer,
	default_sort_order smallint,
	default_forum_layout smallint,
	flags integer,
	icon text,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	deleted_at timestamptz,
	last_message_id bigint,
	last_message_at timestamptz,
	last_pin_timestamp timestamptz,
	last_read_message_id bigint,
	bot_has_access boolean DEFAULT true,
	UNIQUE (guild_id, id),
	FOREIGN KEY (guild_id, parent_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE,
	CONSTRAINT discord_channels_channel_type_form CHECK (channel_type ~ '^[a-z0-9_]{1,64}$')
);
COMMENT ON COLUMN discord_channels.rate_limit_per_user IS 'slow mode, in seconds';
COMMENT ON COLUMN discord_channels.auto_archive_duration IS 'minutes without a message';
CREATE INDEX idx_channels_parent ON discord_channels (guild_id, parent_id);
CREATE INDEX idx_channels_parent_id ON discord_channels (parent_id);
CREATE INDEX idx_channels_type ON discord_channels (guild_id, channel_type);
CREATE INDEX idx_channels_active_threads ON discord_channels (archived, channel_type)
	WHERE archived = false AND channel_type IN ('public_thread', 'private_thread', 'announcement_thread');

SELECT app.snowflakes('discord_channels', 'id', 'parent_id'), app.touch('discord_channels'),
	app.derive_guild('discord_channels'), app.protect('discord_channels', 1, NULL);

------------------------------------------------------------------------------------------------ people and members

CREATE TABLE discord_users (
	id bigint PRIMARY KEY,
	username text NOT NULL,
	discriminator varchar(4),
	global_name text,
	avatar text,
	banner text,
	accent_color integer,
	bio text,
	status text,
	custom_status text,
	bot boolean DEFAULT false,
	system boolean DEFAULT false,
	mfa_enabled boolean,
	verified boolean,
	premium_type smallint,
	flags integer,
	public_flags integer,
	locale text,
	first_seen timestamptz NOT NULL DEFAULT now(),
	last_seen timestamptz NOT NULL DEFAULT now(),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	deleted_at timestamptz
);
CREATE INDEX idx_users_username ON discord_users (username);
CREATE INDEX idx_users_bot ON discord_users (bot);
CREATE INDEX idx_users_last_seen ON discord_users (last_seen);

CREATE TABLE discord_guild_members (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	user_id bigint NOT NULL REFERENCES discord_users (id) ON DELETE CASCADE,
	nick text,
	avatar text,
	banner text,
	joined_at timestamptz NOT NULL,
	joined_inferred boolean NOT NULL DEFAULT false,
	premium_since timestamptz,
	communication_disabled_until timestamptz,
	deaf boolean DEFAULT false,
	mute boolean DEFAULT false,
	pending boolean DEFAULT false,
	flags integer,
	permissions bigint,
	sort_name text COLLATE "C" NOT NULL DEFAULT '',
	search_text text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	left_at timestamptz,
	PRIMARY KEY (guild_id, user_id)
);
COMMENT ON COLUMN discord_guild_members.joined_inferred IS 'joined_at is when the person was first seen, not what Discord says';
COMMENT ON COLUMN discord_guild_members.sort_name IS 'lower case of the shown name; kept by triggers';
COMMENT ON COLUMN discord_guild_members.search_text IS 'nick, global name and username in lower case; kept by triggers';
CREATE INDEX idx_guild_members_user ON discord_guild_members (user_id);
CREATE INDEX idx_guild_members_joined ON discord_guild_members (guild_id, joined_at, user_id);
CREATE INDEX idx_guild_members_active ON discord_guild_members (guild_id, joined_at, user_id) WHERE left_at IS NULL;
CREATE INDEX idx_guild_members_left ON discord_guild_members (guild_id, left_at, user_id) WHERE left_at IS NOT NULL;
CREATE INDEX idx_guild_members_name ON discord_guild_members (guild_id, sort_name, user_id);
CREATE INDEX idx_guild_members_boosters ON discord_guild_members (guild_id, premium_since)
	WHERE premium_since IS NOT NULL;
CREATE INDEX idx_guild_members_timed_out ON discord_guild_members (guild_id, communication_disabled_until)
	WHERE communication_disabled_until IS NOT NULL;
CREATE INDEX idx_guild_members_search ON discord_guild_members USING gin (search_text gin_trgm_ops);

-- Under a policy LIKE cannot use an index on two tables at once: the names are kept with the member, per guild.
CREATE FUNCTION app.name_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	person record;
BEGIN
	SELECT u.username, u.global_name INTO person FROM discord_users u WHERE u.id = NEW.user_id;
	NEW.sort_name := lower(coalesce(NEW.nick, person.global_name, person.username, ''));
	NEW.search_text := lower(concat_ws(' ', NEW.nick, person.global_name, person.username));
	RETURN NEW;
END $$;
CREATE TRIGGER name_member BEFORE INSERT OR UPDATE OF nick ON discord_guild_members
	FOR EACH ROW EXECUTE FUNCTION app.name_member();

CREATE FUNCTION app.rename_members() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	UPDATE discord_guild_members m SET nick = m.nick WHERE m.user_id = NEW.id;
	RETURN NULL;
END $$;
CREATE TRIGGER rename_members AFTER UPDATE OF username, global_name ON discord_users
	FOR EACH ROW
	WHEN (NEW.username IS DISTINCT FROM OLD.username OR NEW.global_name IS DISTINCT FROM OLD.global_name)
	EXECUTE FUNCTION app.rename_members();

SELECT app.snowflakes('discord_users', 'id'), app.touch('discord_users'), app.touch('discord_guild_members'),
	app.protect('discord_guild_members', 1, NULL);

-- A person is visible where they are or were a member; `email`-like facts are not kept here at all.
SELECT app.lock('discord_users');
GRANT SELECT, INSERT, UPDATE, DELETE ON discord_users TO guildhall_bot;
CREATE POLICY bot_all ON discord_users TO guildhall_bot USING (true) WITH CHECK (true);
GRANT SELECT ON discord_users TO guildhall_web;
CREATE POLICY web_select ON discord_users FOR SELECT TO guildhall_web USING (
	EXISTS (
		SELECT 1 FROM discord_guild_members m
		WHERE m.guild_id = (SELECT app.guild(1)) AND m.user_id = discord_users.id
	)
);

------------------------------------------------------------------------------------------------ roles

CREATE TABLE discord_roles (
	id bigint PRIMARY KEY,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	name text NOT NULL,
	color integer NOT NULL DEFAULT 0,
	hoist boolean DEFAULT false,
	icon text,
	unicode_emoji text,
	position integer NOT NULL,
	permissions bigint NOT NULL,
	managed boolean DEFAULT false,
	mentionable boolean DEFAULT false,
	tags jsonb,
	flags integer,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	deleted_at timestamptz,
	UNIQUE (guild_id, id)
);
CREATE INDEX idx_roles_position ON discord_roles (guild_id, position DESC, id);

CREATE TABLE discord_member_roles (
	guild_id bigint NOT NULL,
	user_id bigint NOT NULL,
	role_id bigint NOT NULL,
	assigned_at timestamptz NOT NULL DEFAULT now(),
	assigned_by bigint,
	PRIMARY KEY (guild_id, user_id, role_id),
	FOREIGN KEY (guild_id, role_id) REFERENCES discord_roles (guild_id, id) ON DELETE CASCADE,
	FOREIGN KEY (guild_id, user_id) REFERENCES discord_guild_members (guild_id, user_id) ON DELETE CASCADE
);
CREATE INDEX idx_member_roles_role ON discord_member_roles (guild_id, role_id, user_id);
CREATE INDEX idx_member_roles_role_id ON discord_member_roles (role_id);

CREATE TABLE discord_channel_permissions (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	guild_id bigint NOT NULL,
	channel_id bigint NOT NULL,
	permission_type text NOT NULL,
	target_id bigint NOT NULL,
	allow bigint NOT NULL DEFAULT 0,
	deny bigint NOT NULL DEFAULT 0,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id),
	UNIQUE (channel_id, permission_type, target_id),
	FOREIGN KEY (guild_id, channel_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE,
	CONSTRAINT discord_channel_permissions_type_known CHECK (permission_type IN ('role', 'member'))
);
COMMENT ON COLUMN discord_channel_permissions.target_id IS 'a role''s or a person''s id, by permission_type';
CREATE INDEX idx_channel_perms_channel ON discord_channel_permissions (guild_id, channel_id);
CREATE INDEX idx_channel_perms_target ON discord_channel_permissions (guild_id, target_id);

SELECT app.snowflakes('discord_roles', 'id'), app.snowflakes('discord_channel_permissions', 'target_id'),
	app.touch('discord_roles'), app.touch('discord_channel_permissions'),
	app.derive_guild('discord_channel_permissions', 'discord_channels', 'channel_id'),
	app.protect('discord_roles', 1, NULL), app.protect('discord_member_roles', 1, NULL),
	app.protect('discord_channel_permissions', 1, NULL);

------------------------------------------------------------------------------------------------ emojis and stickers

CREATE TABLE discord_emojis (
	id bigint PRIMARY KEY,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	name text NOT NULL,
	animated boolean DEFAULT false,
	managed boolean DEFAULT false,
	require_colons boolean DEFAULT true,
	available boolean DEFAULT true,
	creator_id bigint REFERENCES discord_users (id),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id)
);
CREATE INDEX idx_emojis_name ON discord_emojis (guild_id, name);

CREATE TABLE discord_emoji_roles (
	guild_id bigint NOT NULL,
	emoji_id bigint NOT NULL,
	role_id bigint NOT NULL,
	created_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (emoji_id, role_id),
	UNIQUE (guild_id, emoji_id, role_id),
	FOREIGN KEY (guild_id, emoji_id) REFERENCES discord_emojis (guild_id, id) ON DELETE CASCADE,
	FOREIGN KEY (guild_id, role_id) REFERENCES discord_roles (guild_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_emoji_roles_role ON discord_emoji_roles (guild_id, role_id);

CREATE TABLE discord_stickers (
	id bigint PRIMARY KEY,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	name text NOT NULL,
	description text,
	tags text,
	sticker_type text NOT NULL,
	format_type text NOT NULL,
	available boolean DEFAULT true,
	sort_value integer,
	creator_id bigint REFERENCES discord_users (id),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id),
	CONSTRAINT discord_stickers_sticker_type_form CHECK (sticker_type ~ '^[a-z0-9_]{1,32}$'),
	CONSTRAINT discord_stickers_format_type_form CHECK (format_type ~ '^[a-z0-9_]{1,32}$')
);
CREATE INDEX idx_stickers_type ON discord_stickers (guild_id, sticker_type);

SELECT app.snowflakes('discord_emojis', 'id'), app.snowflakes('discord_stickers', 'id'),
	app.touch('discord_emojis'), app.touch('discord_stickers'),
	app.derive_guild('discord_emoji_roles', 'discord_emojis', 'emoji_id'), app.derive_guild('discord_stickers'),
	app.protect('discord_emojis', 1, NULL), app.protect('discord_emoji_roles', 1, NULL),
	app.protect('discord_stickers', 1, NULL);

-- Discord's standard stickers belong to everybody who has entered some guild.
CREATE POLICY web_select_standard ON discord_stickers FOR SELECT TO guildhall_web
	USING (guild_id = 0 AND (SELECT app.guild(1)) IS NOT NULL);

------------------------------------------------------------------------------------------------ webhooks and invites

CREATE TABLE discord_webhooks (
	id bigint PRIMARY KEY,
	webhook_type text NOT NULL,
	guild_id bigint NOT NULL,
	channel_id bigint NOT NULL,
	name text,
	avatar text,
	token text,
	token_key_id text,
	application_id bigint,
	creator_id bigint REFERENCES discord_users (id),
	source_guild_id bigint,
	source_channel_id bigint,
	created_by_bot boolean DEFAULT false,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	deleted_at timestamptz,
	UNIQUE (guild_id, id),
	FOREIGN KEY (guild_id, channel_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE,
	CONSTRAINT discord_webhooks_webhook_type_form CHECK (webhook_type ~ '^[a-z0-9_]{1,32}$')
);
COMMENT ON COLUMN discord_webhooks.token IS 'encrypted by the application under token_key_id; no role of the web may read it';
CREATE INDEX idx_webhooks_channel ON discord_webhooks (guild_id, channel_id);
CREATE INDEX idx_webhooks_active ON discord_webhooks (guild_id, id) WHERE deleted_at IS NULL;

CREATE TABLE discord_invites (
	code text PRIMARY KEY,
	guild_id bigint NOT NULL,
	channel_id bigint NOT NULL,
	inviter_id bigint REFERENCES discord_users (id),
	target_type text,
	target_user_id bigint REFERENCES discord_users (id),
	target_application_id bigint,
	max_age integer,
	max_uses integer,
	temporary boolean DEFAULT false,
	uses integer DEFAULT 0,
	created_at timestamptz NOT NULL,
	expires_at timestamptz,
	revoked_at timestamptz,
	UNIQUE (guild_id, code),
	FOREIGN KEY (guild_id, channel_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE,
	CONSTRAINT discord_invites_target_type_form CHECK (target_type ~ '^[a-z0-9_]{1,32}$')
);
COMMENT ON COLUMN discord_invites.max_age IS 'seconds, 0 for ever';
CREATE INDEX idx_invites_inviter ON discord_invites (guild_id, inviter_id);
CREATE INDEX idx_invites_expires ON discord_invites (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX idx_invites_active ON discord_invites (guild_id, created_at DESC) WHERE revoked_at IS NULL;

SELECT app.snowflakes('discord_webhooks', 'id'), app.touch('discord_webhooks'),
	app.derive_guild('discord_webhooks', 'discord_channels', 'channel_id'),
	app.derive_guild('discord_invites', 'discord_channels', 'channel_id'),
	app.protect('discord_webhooks', 3, NULL), app.protect('discord_invites', 1, NULL);
REVOKE SELECT ON discord_webhooks FROM guildhall_web;
GRANT SELECT (id, webhook_type, guild_id, channel_id, name, avatar, application_id, creator_id, source_guild_id,
	source_channel_id, created_by_bot, created_at, updated_at, deleted_at) ON discord_webhooks TO guildhall_web;

------------------------------------------------------------------------------------------------ voice and events

CREATE TABLE discord_voice_states (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint,
	user_id bigint NOT NULL REFERENCES discord_users (id),
	session_id text NOT NULL,
	deaf boolean DEFAULT false,
	mute boolean DEFAULT false,
	self_deaf boolean DEFAULT false,
	self_mute boolean DEFAULT false,
	self_stream boolean DEFAULT false,
	self_video boolean DEFAULT false,
	suppress boolean DEFAULT false,
	joined_at timestamptz NOT NULL DEFAULT now(),
	left_at timestamptz,
	PRIMARY KEY (guild_id, user_id, session_id),
	FOREIGN KEY (guild_id, channel_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_voice_states_channel ON discord_voice_states (guild_id, channel_id);
CREATE INDEX idx_voice_states_active ON discord_voice_states (guild_id, channel_id) WHERE left_at IS NULL;
CREATE INDEX idx_voice_states_joined ON discord_voice_states (guild_id, joined_at DESC);

CREATE TABLE discord_scheduled_events (
	id bigint PRIMARY KEY,
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint,
	creator_id bigint REFERENCES discord_users (id),
	name text NOT NULL,
	description text,
	scheduled_start_time timestamptz NOT NULL,
	scheduled_end_time timestamptz,
	privacy_level smallint NOT NULL,
	status text NOT NULL,
	entity_type text NOT NULL,
	entity_id bigint,
	entity_metadata jsonb,
	recurrence_rule jsonb,
	image text,
	user_count integer DEFAULT 0,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (guild_id, id),
	CONSTRAINT discord_scheduled_events_status_form CHECK (status ~ '^[a-z0-9_]{1,32}$'),
	CONSTRAINT discord_scheduled_events_entity_type_form CHECK (entity_type ~ '^[a-z0-9_]{1,32}$')
);
COMMENT ON COLUMN discord_scheduled_events.channel_id IS 'a bare id: the event outlives its channel';
CREATE INDEX idx_events_guild ON discord_scheduled_events (guild_id, scheduled_start_time, id);
CREATE INDEX idx_events_upcoming ON discord_scheduled_events (scheduled_start_time) WHERE status = 'scheduled';

CREATE TABLE discord_event_participants (
	guild_id bigint NOT NULL,
	event_id bigint NOT NULL,
	user_id bigint NOT NULL REFERENCES discord_users (id),
	interested_at timestamptz NOT NULL DEFAULT now(),
	removed_at timestamptz,
	PRIMARY KEY (event_id, user_id),
	UNIQUE (guild_id, event_id, user_id),
	FOREIGN KEY (guild_id, event_id) REFERENCES discord_scheduled_events (guild_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_event_participants_user ON discord_event_participants (user_id);

SELECT app.snowflakes('discord_scheduled_events', 'id'), app.touch('discord_scheduled_events'),
	app.derive_guild('discord_event_participants', 'discord_scheduled_events', 'event_id'),
	app.protect('discord_voice_states', 5, NULL), app.protect('discord_scheduled_events', 1, NULL),
	app.protect('discord_event_participants', 1, NULL);

------------------------------------------------------------------------------------------------ search

-- The members whose nick, global name or username contains `query` (up to two letters: whose shown name starts with it),
-- or whose id it is; in order of the shown name. Needs level 1 in the entered guild, else answers nothing.
CREATE FUNCTION app.search_members(
	guild bigint, query text, max_rows integer DEFAULT 50, with_left boolean DEFAULT false
) RETURNS TABLE (user_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
	wanted text := lower(btrim(query));
	pattern text := '%' || regexp_replace(wanted, '([\\%_])', '\\\1', 'g') || '%';
	many integer := least(greatest(max_rows, 1), 1000);
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR wanted = '' THEN
		RETURN;
	END IF;
	IF wanted ~ '^[0-9]{7,19}$' THEN
		RETURN QUERY
		SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = guild AND m.user_id = wanted::numeric AND (with_left OR m.left_at IS NULL);
	END IF;
	IF length(wanted) < 3 THEN
		RETURN QUERY
		SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = guild AND m.sort_name >= wanted AND m.sort_name < wanted || chr(1114111)
			AND (with_left OR m.left_at IS NULL)
		ORDER BY m.sort_name, m.user_id LIMIT many;
		RETURN;
	END IF;
	RETURN QUERY EXECUTE
		'SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = $1 AND m.search_text LIKE $2 AND ($3 OR m.left_at IS NULL)
		ORDER BY m.sort_name, m.user_id LIMIT $4'
		USING guild, pattern, with_left, many;
END $$;
GRANT EXECUTE ON FUNCTION app.search_members(bigint, text, integer, boolean) TO guildhall_web;
