-- The documents' other names for what is here already, so that a bot written against them can read (S3, S5) or read and
-- write (S4) this database. All views are `security_invoker`: the policies of the tables decide.
-- Where S3 and S5 key by UUID, the UUID is the snowflake, digit by digit (`app.uuid_of`); a server's id is S5's BIGINT.

CREATE FUNCTION app.uuid_of(snowflake bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN regexp_replace(lpad(to_hex(snowflake), 16, '0'), '^(.{8})(.{4})(.{3})(.)$', '\1-\2-8\3-8\400-000000000000')::uuid;

CREATE FUNCTION app.snowflake_of(id uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN ('x' || regexp_replace(id::text, '^(.{8})-(.{4})-8(.{3})-8(.).*$', '\1\2\3\4'))::bit(64)::bigint;

CREATE FUNCTION app.cdn_url(folder text, owner bigint, hash text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN format('https://cdn.discordapp.com/%s/%s/%s.png', folder, owner, hash);

-- Discord's numbers of S1's names; null for a name that Discord has added since.
CREATE FUNCTION app.channel_type_number(name text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN array_position(ARRAY['guild_text', 'dm', 'guild_voice', 'group_dm', 'guild_category', 'guild_announcement',
	NULL, NULL, NULL, NULL, 'announcement_thread', 'public_thread', 'private_thread', 'guild_stage_voice',
	'guild_directory', 'guild_forum', 'guild_media'], name) - 1;

CREATE FUNCTION app.message_type_number(name text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN array_position(ARRAY['regular', 'recipient_add', 'recipient_remove', 'call', 'channel_name_change',
	'channel_icon_change', 'channel_pinned_message', 'guild_member_join', 'user_premium_guild_subscription',
	'user_premium_guild_subscription_tier_1', 'user_premium_guild_subscription_tier_2',
	'user_premium_guild_subscription_tier_3', 'channel_follow_add', NULL, 'guild_discovery_disqualified',
	'guild_discovery_requalified', 'guild_discovery_grace_period_initial_warning',
	'guild_discovery_grace_period_final_warning', 'thread_created', 'reply', 'chat_input_command',
	'thread_starter_message', 'guild_invite_reminder', 'context_menu_command', 'auto_moderation_action',
	'role_subscription_purchase', 'interaction_premium_upsell', 'stage_start', 'stage_end', 'stage_speaker', NULL,
	'stage_topic', 'guild_application_premium_subscription'], name) - 1;
GRANT EXECUTE ON FUNCTION app.uuid_of(bigint), app.snowflake_of(uuid), app.cdn_url(text, bigint, text),
	app.channel_type_number(text), app.message_type_number(text) TO guildhall_bot, guildhall_auth;

------------------------------------------------------------------------------------------------ S3 and S5

-- S5's settings are columns of `guild_config` here; this is its JSON.
CREATE FUNCTION app.server_config(c guild_config) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
RETURN jsonb_build_object(
	'enabled', coalesce(c.enabled, false), 'language', coalesce(c.language, 'en'),
	'system_prompt', coalesce(c.system_prompt, 'You are a helpful AI assistant for this Discord server.'),
	'channels', to_jsonb(coalesce(c.channels, '{}')::text[]), 'support_role_id', c.support_role_id::text,
	'max_messages_per_user', coalesce(c.max_messages_per_user, 10), 'max_text_length', coalesce(c.max_text_length, 2000)
);
GRANT EXECUTE ON FUNCTION app.server_config(guild_config) TO guildhall_bot;

CREATE VIEW servers WITH (security_invoker = true) AS
SELECT g.id, g.name, app.cdn_url('icons', g.id, g.icon) AS icon_url,
	app.server_config((SELECT c FROM guild_config c WHERE c.guild_id = g.id)) AS config,
	g.created_at, g.updated_at, g.active, g.plan_id, g.description, app.cdn_url('banners', g.id, g.banner) AS banner_url,
	app.cdn_url('splashes', g.id, g.splash) AS splash_url, app.uuid_of(g.owner_id) AS owner_id, g.region,
	app.uuid_of(g.afk_channel_id) AS afk_channel_id, g.afk_timeout, g.verification_level::integer AS verification_level,
	g.default_message_notifications::integer AS default_message_notifications,
	g.explicit_content_filter::integer AS explicit_content_filter, g.features, g.mfa_level::integer AS mfa_level,
	app.uuid_of(g.system_channel_id) AS system_channel_id, g.system_channel_flags,
	app.uuid_of(g.rules_channel_id) AS rules_channel_id,
	app.uuid_of(g.public_updates_channel_id) AS public_updates_channel_id, g.preferred_locale,
	g.premium_tier::integer AS premium_tier, g.premium_subscription_count, g.vanity_url_code, g.member_count,
	g.max_members, g.max_presences, g.nsfw, coalesce(g.deleted_at, g.left_at) AS deleted_at
FROM discord_guilds g
WHERE g.id <> 0;

-- Nobody has a password or an address here: people are known by Discord.
CREATE VIEW users WITH (security_invoker = true) AS
SELECT app.uuid_of(u.id) AS id, u.id::text AS discord_id, u.username AS discord_username,
	app.cdn_url('avatars', u.id, u.avatar) AS avatar_url, u.created_at, u.updated_at, u.username,
	NULL::varchar(255) AS email, NULL::varchar(255) AS password_hash, u.global_name AS display_name,
	app.cdn_url('banners', u.id, u.banner) AS banner_url, u.bio, coalesce(u.status, 'offline') AS status, u.custom_status,
	u.verified, u.bot, u.system, u.mfa_enabled, u.locale, u.flags, u.premium_type::integer AS premium_type, u.public_flags,
	u.deleted_at
FROM discord_users u;

CREATE VIEW server_members WITH (security_invoker = true) AS
SELECT md5(m.guild_id || ':' || m.user_id)::uuid AS id, m.guild_id AS server_id, app.uuid_of(m.user_id) AS user_id,
	m.nick AS nickname, m.joined_at, m.premium_since, m.deaf, m.mute, m.pending, m.permissions,
	m.communication_disabled_until, m.created_at, m.updated_at
FROM discord_guild_members m
WHERE m.left_at IS NULL;

CREATE VIEW roles WITH (security_invoker = true) AS
SELECT app.uuid_of(r.id) AS id, r.guild_id AS server_id, r.name, r.color, r.hoist,
	app.cdn_url('role-icons', r.id, r.icon) AS icon_url, r.unicode_emoji, r.position, r.permissions, r.managed,
	r.mentionable, r.created_at, r.updated_at
FROM discord_roles r
WHERE r.deleted_at IS NULL;

CREATE VIEW member_roles WITH (security_invoker = true) AS
SELECT md5(r.guild_id || ':' || r.user_id)::uuid AS member_id, app.uuid_of(r.role_id) AS role_id, r.assigned_at,
	app.uuid_of(r.assigned_by) AS assigned_by
FROM discord_member_roles r;

CREATE VIEW channel_permissions WITH (security_invoker = true) AS
SELECT md5('channel_permissions:' || p.id)::uuid AS id, app.uuid_of(p.channel_id) AS channel_id,
	app.uuid_of(p.target_id) AS target_id,
	CASE p.permission_type WHEN 'member' THEN 'user' ELSE p.permission_type END AS target_type, p.allow, p.deny,
	p.created_at
FROM discord_channel_permissions p;

CREATE VIEW channels WITH (security_invoker = true) AS
SELECT app.uuid_of(c.id) AS id, nullif(c.guild_id, 0) AS server_id, app.uuid_of(c.parent_id) AS parent_id,
	app.channel_type_number(c.channel_type) AS type, c.name, c.topic, c.position, c.nsfw, c.rate_limit_per_user,
	c.bitrate, c.user_limit, c.rtc_region, c.video_quality_mode::integer AS video_quality_mode,
	c.default_auto_archive_duration,
	(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.target_id::text, 'type', p.permission_type,
		'allow', p.allow::text, 'deny', p.deny::text) ORDER BY p.id), '[]')
	FROM discord_channel_permissions p WHERE p.guild_id = c.guild_id AND p.channel_id = c.id) AS permissions,
	app.uuid_of(c.last_message_id) AS last_message_id, c.last_pin_timestamp, c.created_at, c.updated_at, c.deleted_at
FROM discord_channels c;

CREATE VIEW message_reactions WITH (security_invoker = true) AS
SELECT md5(concat_ws(':', r.message_id, r.user_id, r.emoji_key))::uuid AS id, app.uuid_of(r.message_id) AS message_id,
	app.uuid_of(r.user_id) AS user_id, app.uuid_of(r.emoji_id) AS emoji_id, r.emoji_name, r.emoji_animated,
	r.reacted_at AS created_at
FROM discord_message_reactions r;

CREATE VIEW message_attachments WITH (security_invoker = true) AS
SELECT app.uuid_of(a.id) AS id, app.uuid_of(a.message_id) AS message_id, a.filename, a.description, a.content_type,
	a.size, a.url, a.proxy_url, a.height, a.width, a.ephemeral, a.created_at
FROM discord_message_attachments a;

CREATE VIEW messages WITH (security_invoker = true) AS
SELECT app.uuid_of(m.id) AS id, app.uuid_of(m.channel_id) AS channel_id, app.uuid_of(m.author_id) AS author_id,
	m.content, m.timestamp, m.edited_timestamp, m.tts, m.mention_everyone,
	ARRAY(SELECT app.uuid_of(x.target_id) FROM discord_message_mentions x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id AND x.mention_type = 'user') AS mentions,
	ARRAY(SELECT app.uuid_of(x.target_id) FROM discord_message_mentions x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id AND x.mention_type = 'role') AS mention_roles,
	ARRAY(SELECT app.uuid_of(x.target_id) FROM discord_message_mentions x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id AND x.mention_type = 'channel') AS mention_channels,
	(SELECT coalesce(jsonb_agg(to_jsonb(x) - 'guild_id'), '[]') FROM discord_message_attachments x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id) AS attachments,
	(SELECT coalesce(jsonb_agg(to_jsonb(x) - 'guild_id'), '[]') FROM discord_message_embeds x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id) AS embeds,
	(SELECT coalesce(jsonb_agg(to_jsonb(x) - 'guild_id'), '[]') FROM discord_message_reaction_counts x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id) AS reactions,
	m.nonce, m.pinned, app.uuid_of(m.webhook_id) AS webhook_id, app.message_type_number(m.message_type) AS type,
	m.activity, m.application, app.uuid_of(m.application_id) AS application_id, m.message_reference, m.flags,
	app.uuid_of(m.referenced_message_id) AS referenced_message_id, app.uuid_of(m.thread_id) AS thread_id,
	(SELECT coalesce(jsonb_agg(to_jsonb(x) - 'guild_id'), '[]') FROM discord_message_components x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id) AS components,
	(SELECT coalesce(jsonb_agg(to_jsonb(x) - 'guild_id'), '[]') FROM discord_message_stickers x
		WHERE x.guild_id = m.guild_id AND x.message_id = m.id) AS sticker_items,
	m.created_at, coalesce(m.edited_timestamp, m.created_at) AS updated_at, m.deleted_at
FROM discord_messages m;

CREATE VIEW user_sessions WITH (security_invoker = true) AS
SELECT s.id, app.uuid_of(s.user_id) AS user_id, encode(s.token_hash, 'hex') AS token_hash,
	encode(s.refresh_token_hash, 'hex') AS refresh_token_hash, s.device_info, s.ip_address, s.user_agent, s.expires_at,
	s.created_at, s.last_used_at
FROM web_sessions s;

GRANT SELECT ON servers, users, server_members, roles, member_roles, channel_permissions, channels, message_reactions,
	message_attachments, messages TO guildhall_bot;
GRANT SELECT ON user_sessions TO guildhall_auth;

------------------------------------------------------------------------------------------------ S4

CREATE VIEW guild WITH (security_invoker = true) AS
SELECT g.id AS guild_id, g.joined_at AS guild_joined_at, g.case_count, g.created_at, g.updated_at,
	NULL::bigint AS created_by, NULL::bigint AS updated_by, g.left_at IS NOT NULL AS is_deleted, g.left_at AS deleted_at,
	NULL::bigint AS deleted_by
FROM discord_guilds g
WHERE g.id <> 0;

CREATE VIEW guildconfig WITH (security_invoker = true) AS
SELECT guild_id, prefix, mod_log_id, audit_log_id, join_log_id, private_log_id, report_log_id, dev_log_id,
	jail_channel_id, jail_role_id, starboard_channel_id, perm_level_0_role_id, perm_level_1_role_id,
	perm_level_2_role_id, perm_level_3_role_id, perm_level_4_role_id, perm_level_5_role_id, perm_level_6_role_id,
	perm_level_7_role_id, created_at, updated_at, created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM guild_config;

CREATE VIEW "case" WITH (security_invoker = true) AS
SELECT case_id, case_status, case_type, custom_case_type_id, case_reason, case_moderator_id, case_user_id,
	case_user_roles, case_number, case_expires_at, case_metadata, guild_id, created_at AS case_created_at,
	created_at, updated_at, created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM cases;

CREATE VIEW customcasetype WITH (security_invoker = true) AS
SELECT id, guild_id, type_name, display_name, description, severity_level, requires_duration, created_at, updated_at,
	created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM custom_case_types;

CREATE VIEW note WITH (security_invoker = true) AS
SELECT note_id, note_content, note_moderator_id, note_user_id, note_number, guild_id, created_at, updated_at,
	created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM notes;

CREATE VIEW snippet WITH (security_invoker = true) AS
SELECT snippet_id, snippet_name, snippet_content, snippet_user_id, guild_id, uses, locked, alias, created_at,
	updated_at, created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM snippets;

CREATE VIEW reminder WITH (security_invoker = true) AS
SELECT reminder_id, reminder_content, reminder_expires_at, reminder_channel_id, reminder_user_id, reminder_sent,
	guild_id, created_at, updated_at, created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM reminders;

CREATE VIEW guildpermission WITH (security_invoker = true) AS
SELECT id, guild_id, permission_type, access_type, target_id, target_name, command_name, module_name, expires_at,
	is_active, created_at, updated_at, created_by, updated_by, is_deleted, deleted_at, deleted_by
FROM guild_permissions;

CREATE VIEW webguildpermission WITH (security_invoker = true) AS SELECT * FROM web_guild_permissions;

CREATE VIEW webuser WITH (security_invoker = true) AS
SELECT user_id, discord_username, discord_avatar, email, last_login, is_active, created_at, updated_at, created_by,
	updated_by, is_deleted, deleted_at, deleted_by
FROM web_users;

CREATE VIEW websession WITH (security_invoker = true) AS
SELECT session_id, user_id, expires_at, host(ip_address) AS ip_address, is_active, created_at, updated_at, created_by,
	updated_by, is_deleted, deleted_at, deleted_by
FROM web_sessions;

GRANT SELECT ON guild, webguildpermission TO guildhall_bot;
GRANT SELECT, INSERT, UPDATE, DELETE ON guildconfig, "case", customcasetype, note, snippet, reminder, guildpermission
	TO guildhall_bot;
GRANT SELECT ON webuser, websession TO guildhall_auth;
