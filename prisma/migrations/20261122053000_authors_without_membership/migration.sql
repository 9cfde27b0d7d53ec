-- Who wrote in a guild and is not known as a member: webhooks, and people and bots who had left when their messages were
-- read. They have names and are bots or not, like members; and they are no members, whom the lists and Growth count.
CREATE TABLE discord_guild_authors (
	guild_id bigint NOT NULL REFERENCES discord_guilds ON DELETE CASCADE,
	user_id bigint NOT NULL REFERENCES discord_users ON DELETE CASCADE,
	is_bot boolean NOT NULL DEFAULT false,
	PRIMARY KEY (guild_id, user_id)
);
COMMENT ON TABLE discord_guild_authors IS 'who wrote in the guild without being known as a member then: webhooks, and people and bots who had left; kept by triggers';
COMMENT ON COLUMN discord_guild_authors.is_bot IS 'discord_users.bot; kept by triggers';
CREATE INDEX idx_guild_authors_user ON discord_guild_authors (user_id);
CREATE INDEX idx_guild_authors_bots ON discord_guild_authors (guild_id, user_id) WHERE is_bot;

SELECT app.snowflakes('discord_guild_authors', 'guild_id', 'user_id'), app.protect('discord_guild_authors', 1, NULL);

-- Everybody is numbered once, when they first write.
CREATE FUNCTION app.note_authors() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO discord_guild_authors (guild_id, user_id, is_bot)
	SELECT n.guild_id, n.user_id, coalesce(u.bot, false)
	FROM new_rows n JOIN discord_users u ON u.id = n.user_id
	WHERE NOT EXISTS (
		SELECT FROM discord_guild_members m WHERE m.guild_id = n.guild_id AND m.user_id = n.user_id)
	ORDER BY n.guild_id, n.user_id
	ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
CREATE TRIGGER note_authors AFTER INSERT ON rollup_member_ordinals REFERENCING NEW TABLE AS new_rows
	FOR EACH STATEMENT EXECUTE FUNCTION app.note_authors();

CREATE FUNCTION app.follow_author() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	UPDATE discord_guild_authors a SET is_bot = coalesce(NEW.bot, false) WHERE a.user_id = NEW.id;
	RETURN NULL;
END $$;
CREATE TRIGGER follow_author AFTER UPDATE OF bot ON discord_users FOR EACH ROW
	WHEN (coalesce(NEW.bot, false) <> coalesce(OLD.bot, false)) EXECUTE FUNCTION app.follow_author();

INSERT INTO discord_guild_authors (guild_id, user_id, is_bot)
SELECT o.guild_id, o.user_id, coalesce(u.bot, false)
FROM rollup_member_ordinals o JOIN discord_users u ON u.id = o.user_id
WHERE NOT EXISTS (
	SELECT FROM discord_guild_members m WHERE m.guild_id = o.guild_id AND m.user_id = o.user_id);

-- As before, and whoever wrote.
ALTER POLICY web_select ON discord_users USING (
	EXISTS (
		SELECT 1 FROM discord_guild_members m
		WHERE m.guild_id = (SELECT app.guild(1)) AND m.user_id = discord_users.id
	) OR EXISTS (
		SELECT 1 FROM discord_guild_authors a
		WHERE a.guild_id = (SELECT app.guild(1)) AND a.user_id = discord_users.id
	)
);
