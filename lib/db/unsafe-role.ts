/**
 * One row `(problem text)` for each reason why the connected role must not serve pages: it bypasses row-level security,
 * owns tables, or is a member of a role that does. Needs no privilege.
 */
export const unsafeRoleQuery = `
	SELECT format('role %I is a superuser', current_user) AS problem FROM pg_roles WHERE rolname = current_user AND rolsuper
	UNION ALL
	SELECT format('role %I has BYPASSRLS', current_user) FROM pg_roles WHERE rolname = current_user AND rolbypassrls
	UNION ALL
	SELECT format('role %I may act as %I, which owns tables or bypasses row-level security', current_user, rolname)
	FROM pg_roles AS other
	WHERE rolname <> current_user
		AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
		AND pg_has_role(current_user, other.oid, 'MEMBER')
		AND (rolsuper OR rolbypassrls OR EXISTS (SELECT FROM pg_class WHERE relowner = other.oid AND relkind IN ('r', 'p')))
	UNION ALL
	(SELECT format('role %I owns the table %s', current_user, oid::regclass)
	FROM pg_class
	WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND relkind IN ('r', 'p')
	LIMIT 1)`;
