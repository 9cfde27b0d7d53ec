-- Whom an order may reach. Policies say who may order what; these say on whom: as at Discord, nobody acts on somebody who
-- stands as high as they do. The interface asks the same functions for the reason, so there is one answer.

-- The position of a member's highest role; 0 for somebody without roles, or who is not there.
CREATE FUNCTION app.top_role(guild bigint, usr bigint) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT coalesce(max(r.position), 0)
	FROM discord_member_roles h
		JOIN discord_guild_members m ON m.guild_id = h.guild_id AND m.user_id = h.user_id AND m.left_at IS NULL
		JOIN discord_roles r ON r.guild_id = h.guild_id AND r.id = h.role_id AND r.deleted_at IS NULL
	WHERE h.guild_id = guild AND h.user_id = usr;
END;

-- Why the caller may not do `kind` to `target` in the entered guild; null when they may. Lifting a ban asks only that it
-- is not one's own: who is banned stands nowhere. Roles may be one's own, and are judged by `app.role_out_of_reach`.
CREATE FUNCTION app.out_of_reach(kind text, target bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	here bigint := app.guild(3);
	own record;
	owner bigint := (SELECT g.owner_id FROM discord_guilds g WHERE g.id = here);
	own_level integer;
	role_change boolean := kind IN ('role_add', 'role_remove');
	target_top integer;
BEGIN
	SELECT c.user_id, c.max_level INTO own FROM app.caller() c;
	IF here IS NULL OR own.user_id IS NULL THEN
		RETURN 'level';
	ELSIF target = own.user_id THEN
		RETURN CASE WHEN NOT role_change THEN 'self' END;
	ELSIF kind = 'unban' THEN
		RETURN NULL;
	ELSIF target = owner THEN
		RETURN 'owner';
	END IF;
	own_level := least(app.guild_level(here, own.user_id), own.max_level);
	IF app.guild_level(here, target) >= own_level THEN
		RETURN 'level';
	ELSIF role_change OR own.user_id = owner THEN
		RETURN NULL;
	END IF;
	target_top := app.top_role(here, target);
	RETURN CASE WHEN target_top > 0 AND target_top >= app.top_role(here, own.user_id) THEN 'role' END;
END $$;

-- Why the caller may not give or take `role` in the entered guild; null when they may. A role that gives a level in the
-- dashboard is for those who hold that level: nobody climbs by a role.
CREATE FUNCTION app.role_out_of_reach(role bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	here bigint := app.guild(5);
	own record;
	wanted record;
	given integer;
BEGIN
	SELECT c.user_id, c.max_level INTO own FROM app.caller() c;
	SELECT r.id, r.position, r.managed, (r.permissions & 8) <> 0 AS administers, (r.permissions & 32) <> 0 AS manages
	INTO wanted FROM discord_roles r WHERE r.guild_id = here AND r.id = role AND r.deleted_at IS NULL;
	IF wanted.id IS NULL THEN
		RETURN 'unknown';
	ELSIF wanted.managed OR wanted.id = here THEN
		RETURN 'managed';
	END IF;
	SELECT max(l.level) INTO given
	FROM guild_config c
		CROSS JOIN LATERAL (VALUES
			(1, c.perm_level_1_role_id), (2, c.perm_level_2_role_id), (3, c.perm_level_3_role_id),
			(4, c.perm_level_4_role_id), (5, c.perm_level_5_role_id), (6, c.perm_level_6_role_id)
		) AS l (level, role_id)
	WHERE c.guild_id = here AND l.role_id = wanted.id;
	given := greatest(given, CASE WHEN wanted.administers THEN 6 WHEN wanted.manages THEN 5 END, 0);
	IF given > least(app.guild_level(here, own.user_id), own.max_level) THEN
		RETURN 'level';
	ELSIF own.user_id = (SELECT g.owner_id FROM discord_guilds g WHERE g.id = here) THEN
		RETURN NULL;
	END IF;
	RETURN CASE WHEN wanted.position >= app.top_role(here, own.user_id) THEN 'role' END;
END $$;
GRANT EXECUTE ON FUNCTION app.out_of_reach(text, bigint), app.role_out_of_reach(bigint) TO guildhall_web;

-- The same for whoever gets round the interface; and an order for a case is an order about the case's own member.
CREATE FUNCTION app.guard_order() RETURNS trigger
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
	ELSIF NEW.case_id IS NOT NULL AND NEW.kind <> 'message_delete' AND NOT EXISTS (
		SELECT FROM cases c
		WHERE c.guild_id = NEW.guild_id AND c.case_id = NEW.case_id AND c.case_user_id = NEW.target_id
	) THEN
		RAISE EXCEPTION 'the case is about somebody else' USING ERRCODE = 'foreign_key_violation', COLUMN = 'case_id';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER guard_order BEFORE INSERT ON discord_orders FOR EACH ROW EXECUTE FUNCTION app.guard_order();

-- As before; but the deletion of a message beside a case is not what the case itself orders.
CREATE OR REPLACE FUNCTION app.report_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF NEW.kind = 'message_delete' THEN
		RETURN NULL;
	END IF;
	UPDATE cases SET order_state = NEW.state, order_error = NEW.failure, order_code = NEW.code
	WHERE guild_id = NEW.guild_id AND case_id = NEW.case_id
		AND (order_state, coalesce(order_error, ''), coalesce(order_code, 0))
			IS DISTINCT FROM (NEW.state, coalesce(NEW.failure, ''), coalesce(NEW.code, 0));
	RETURN NULL;
END $$;
