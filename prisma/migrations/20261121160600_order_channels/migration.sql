-- As before; and what is said or deleted in a channel is said or deleted in a channel of the guild itself. The bot may be
-- in many servers: an order that names the channel of another one must not get as far as the worker.
CREATE OR REPLACE FUNCTION app.guard_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF session_user <> 'guildhall_web' OR NEW.guild_id IS DISTINCT FROM app.guild(3) THEN
		RETURN NEW;
	ELSIF NEW.kind IN ('ban', 'unban', 'kick', 'timeout', 'untimeout', 'warn', 'role_add', 'role_remove')
		AND app.out_of_reach(NEW.kind, NEW.target_id) IS NOT NULL
	THEN
		RAISE EXCEPTION 'this person is out of reach' USING ERRCODE = 'insufficient_privilege', COLUMN = 'target_id';
	ELSIF NEW.kind IN ('role_add', 'role_remove') AND app.role_out_of_reach((NEW.payload ->> 'roleId')::bigint) IS NOT NULL THEN
		RAISE EXCEPTION 'this role is out of reach' USING ERRCODE = 'insufficient_privilege', COLUMN = 'payload';
	ELSIF NEW.kind IN ('message_send', 'message_edit', 'message_delete', 'post') AND NOT EXISTS (
		SELECT FROM discord_channels c WHERE c.guild_id = NEW.guild_id AND c.id = NEW.channel_id
	) THEN
		RAISE EXCEPTION 'the channel is not one of the server' USING ERRCODE = 'foreign_key_violation', COLUMN = 'channel_id';
	ELSIF NEW.case_id IS NOT NULL AND NEW.kind <> 'message_delete' AND NOT EXISTS (
		SELECT FROM cases c
		WHERE c.guild_id = NEW.guild_id AND c.case_id = NEW.case_id AND c.case_user_id = NEW.target_id
	) THEN
		RAISE EXCEPTION 'the case is about somebody else' USING ERRCODE = 'foreign_key_violation', COLUMN = 'case_id';
	END IF;
	RETURN NEW;
END $$;
