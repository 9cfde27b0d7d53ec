-- How many members Discord says a server has, where neither the bot nor an import knows more.
ALTER TABLE web_user_guilds ADD COLUMN member_count integer;
COMMENT ON COLUMN web_user_guilds.member_count IS 'Discord''s approximate_member_count when it last answered';

-- Replaces what Discord says `usr` may manage. `guilds` is a list of {guild_id, level, name, icon, owner,
-- member_count}; entries below level 1 are ignored. Only rows of this person with source 'discord' are touched. Answers how many guilds remain.
CREATE OR REPLACE FUNCTION app.sync_admins(usr bigint, guilds jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	remaining integer;
BEGIN
	UPDATE web_users SET guilds_synced_at = now() WHERE user_id = usr; -- also makes parallel syncs take turns
	INSERT INTO web_user_guilds (user_id, guild_id, name, icon, level, owner, member_count, refreshed_at)
	SELECT usr, g.guild_id, g.name, g.icon, g.level, coalesce(g.owner, false), g.member_count, now()
	FROM jsonb_to_recordset(guilds) AS g (
		guild_id bigint, level smallint, name text, icon text, owner boolean, member_count integer
	)
	WHERE g.level >= 1 AND g.guild_id <> 0
	ON CONFLICT (user_id, guild_id) DO UPDATE SET name = excluded.name, icon = excluded.icon,
		level = excluded.level, owner = excluded.owner, member_count = excluded.member_count,
		refreshed_at = excluded.refreshed_at;
	GET DIAGNOSTICS remaining = ROW_COUNT;
	DELETE FROM web_user_guilds w
	WHERE w.user_id = usr AND NOT EXISTS (
		SELECT 1 FROM jsonb_to_recordset(guilds) AS g (guild_id bigint, level smallint)
		WHERE g.guild_id = w.guild_id AND g.level >= 1
	);

	INSERT INTO server_admins (server_id, user_id, source, level, checked_at)
	SELECT w.guild_id, usr, 'discord', w.level, w.refreshed_at
	FROM web_user_guilds w JOIN discord_guilds g ON g.id = w.guild_id
	WHERE w.user_id = usr
	ON CONFLICT (server_id, user_id, source) DO UPDATE SET level = excluded.level, checked_at = excluded.checked_at;
	DELETE FROM server_admins a
	WHERE a.user_id = usr AND a.source = 'discord'
		AND NOT EXISTS (SELECT 1 FROM web_user_guilds w WHERE w.user_id = usr AND w.guild_id = a.server_id);
	RETURN remaining;
END $$;

-- Members of a server: the bot's count, else what Discord said at sign-in, else as many as its exports show.
CREATE OR REPLACE FUNCTION app.my_guilds() RETURNS TABLE (
	guild_id bigint, name text, icon text, member_count integer, bot_present boolean, level smallint, owner boolean,
	favourite boolean, stored boolean
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
	who record;
	favourites bigint[];
BEGIN
	SELECT * INTO who FROM app.caller();
	IF who.user_id IS NULL THEN
		RETURN;
	END IF;
	favourites := coalesce((SELECT p.favourite_guild_ids FROM user_preferences p WHERE p.user_id = who.user_id), '{}');
	RETURN QUERY
	WITH candidate AS (
		SELECT a.server_id AS id FROM server_admins a WHERE a.user_id = who.user_id
		UNION SELECT m.guild_id FROM discord_guild_members m WHERE m.user_id = who.user_id AND m.left_at IS NULL
	), known AS (
		SELECT g.*, least(app.guild_level(g.id, who.user_id), who.max_level) AS access
		FROM candidate c JOIN discord_guilds g ON g.id = c.id
		WHERE who.only_guild IS NULL OR g.id = who.only_guild
	)
	SELECT k.id, k.name::text, k.icon::text,
		coalesce(k.member_count, k.approximate_member_count, w.member_count, (
			SELECT count(*)::integer FROM discord_guild_members m WHERE m.guild_id = k.id AND m.left_at IS NULL
		)),
		k.left_at IS NULL AND coalesce(k.bot_active, true), k.access, k.owner_id = who.user_id, k.id = ANY (favourites),
		true
	FROM known k LEFT JOIN web_user_guilds w ON w.user_id = who.user_id AND w.guild_id = k.id
	WHERE k.access > 0
	UNION ALL
	SELECT w.guild_id, w.name, w.icon, w.member_count, false, w.level, w.owner, w.guild_id = ANY (favourites), false
	FROM web_user_guilds w
	WHERE w.user_id = who.user_id AND (who.only_guild IS NULL OR w.guild_id = who.only_guild)
		AND NOT EXISTS (SELECT 1 FROM discord_guilds g WHERE g.id = w.guild_id)
	ORDER BY 5 DESC, 2, 1;
END $$;
