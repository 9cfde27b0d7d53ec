-- The four login roles and the ownership of the current database. Idempotent plain SQL; run it in the database
-- that Guildhall will use, as a superuser or as a role with CREATEROLE and CREATEDB that owns the database.
-- Passwords are not set here: the script that runs this file sets them.
DO $bootstrap$
DECLARE
	role_name text;
BEGIN
	FOREACH role_name IN ARRAY ARRAY['guildhall_owner', 'guildhall_web', 'guildhall_auth', 'guildhall_bot'] LOOP
		IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
			BEGIN
				EXECUTE format('CREATE ROLE %I LOGIN NOCREATEDB NOCREATEROLE', role_name);
			EXCEPTION WHEN duplicate_object OR unique_violation THEN
				NULL; -- another start-up created it at the same moment
			END;
		END IF;
		-- Only a superuser may say NOSUPERUSER; a role made by anybody else cannot have these attributes.
		IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name AND (rolsuper OR rolbypassrls)) THEN
			EXECUTE format('ALTER ROLE %I NOSUPERUSER NOBYPASSRLS', role_name);
		END IF;
		-- The documents' statements carry times without a zone: they mean UTC whatever the server's default is.
		IF NOT EXISTS (
			SELECT 1
			FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
			WHERE r.rolname = role_name AND s.setdatabase = 0 AND 'TimeZone=UTC' = ANY (s.setconfig)
		) THEN
			EXECUTE format('ALTER ROLE %I SET timezone TO %L', role_name, 'UTC');
		END IF;
	END LOOP;

	-- Session tokens are parameters of the web role's statements; a server that logs statements would log them too. Only
	-- a superuser, or whoever was given the right, may set this.
	BEGIN
		FOREACH role_name IN ARRAY ARRAY['guildhall_web', 'guildhall_auth'] LOOP
			CONTINUE WHEN EXISTS (
				SELECT 1
				FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
				WHERE r.rolname = role_name AND s.setdatabase = 0 AND 'log_parameter_max_length=0' = ANY (s.setconfig)
			);
			EXECUTE format('ALTER ROLE %I SET log_parameter_max_length = 0', role_name);
		END LOOP;
	EXCEPTION WHEN insufficient_privilege THEN
		NULL; -- docs/security.md says what remains to be done
	END;

	IF (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()) <> 'guildhall_owner' THEN
		IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
			EXECUTE format('GRANT guildhall_owner TO %I', current_user);
		END IF;
		EXECUTE format('ALTER DATABASE %I OWNER TO guildhall_owner', current_database());
	END IF;
	EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
	EXECUTE format(
		'GRANT CONNECT ON DATABASE %I TO guildhall_owner, guildhall_web, guildhall_auth, guildhall_bot',
		current_database()
	);
	-- The importer stages its batches in temporary tables.
	EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO guildhall_bot', current_database());
END
$bootstrap$;
