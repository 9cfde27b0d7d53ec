-- Who leaves loses their roles, and a ban's case is to name those that they had: Discord tells of the leave, the ban and
-- its audit entry in any order.
ALTER TABLE discord_guild_members ADD COLUMN left_role_ids bigint[];
COMMENT ON COLUMN discord_guild_members.left_role_ids IS 'the roles at the moment of leaving; kept by trigger';

CREATE FUNCTION app.keep_left_roles() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	NEW.left_role_ids := ARRAY(
		SELECT r.role_id FROM discord_member_roles r
		WHERE r.guild_id = NEW.guild_id AND r.user_id = NEW.user_id ORDER BY r.role_id
	);
	RETURN NEW;
END $$;
CREATE TRIGGER keep_left_roles BEFORE UPDATE OF left_at ON discord_guild_members
	FOR EACH ROW WHEN (NEW.left_at IS NOT NULL AND OLD.left_at IS NULL) EXECUTE FUNCTION app.keep_left_roles();
