-- The servers of the caller: those with any access, and those Discord lets them manage where the bot is not. `stored`
-- tells the two apart. A server that was imported and never had the bot has the members that its exports show.
DROP FUNCTION app.my_guilds();
CREATE FUNCTION app.my_guilds() RETURNS TABLE (
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
		coalesce(k.member_count, k.approximate_member_count, (
			SELECT count(*)::integer FROM discord_guild_members m WHERE m.guild_id = k.id AND m.left_at IS NULL
		)),
		k.left_at IS NULL AND coalesce(k.bot_active, true), k.access, k.owner_id = who.user_id, k.id = ANY (favourites),
		true
	FROM known k
	WHERE k.access > 0
	UNION ALL
	SELECT w.guild_id, w.name, w.icon, NULL, false, w.level, w.owner, w.guild_id = ANY (favourites), false
	FROM web_user_guilds w
	WHERE w.user_id = who.user_id AND (who.only_guild IS NULL OR w.guild_id = who.only_guild)
		AND NOT EXISTS (SELECT 1 FROM discord_guilds g WHERE g.id = w.guild_id)
	ORDER BY 5 DESC, 2, 1;
END $$;
GRANT EXECUTE ON FUNCTION app.my_guilds() TO guildhall_web;
