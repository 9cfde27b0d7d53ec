-- Hints for pages that are open: once for each guild that a statement touched, on the channel `guildhall_live`,
-- `{"guild":"<id>","topic":"<what to read again>"}`. Never more than that: whoever may connect may LISTEN, so what
-- changed is read again through the API, which knows who is asking. PostgreSQL sends equal hints of a transaction once.
--
-- On Citus a trigger's NOTIFY reaches the sessions of one worker only: there these triggers are dropped, and the data layer
-- and the worker notify by a statement of their own, on the coordinator.

CREATE FUNCTION app.hint_live() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM pg_notify('guildhall_live', format('{"guild":"%s","topic":"%s"}', g.guild_id, TG_ARGV[0]))
	FROM (SELECT DISTINCT guild_id FROM changed WHERE guild_id <> 0) AS g;
	RETURN NULL;
END $$;
COMMENT ON FUNCTION app.hint_live() IS 'tells open pages that rows of a topic have changed; its argument is the topic';

-- On partitioned tables the trigger is the parent's, which sees what goes to any partition.
DO $$
DECLARE
	hinted record;
	event text;
BEGIN
	FOR hinted IN
		SELECT * FROM (VALUES
			('cases', 'cases', '{insert,update}'::text[]),
			('case_events', 'cases', '{insert}'),
			('case_appeals', 'cases', '{insert,update}'),
			('notes', 'cases', '{insert,update}'),
			('discord_orders', 'orders', '{insert,update}'),
			('discord_native_audit_log', 'audit', '{insert}'),
			('discord_audit_log', 'audit', '{insert}'),
			('dashboard_changes', 'changes', '{insert}'),
			('discord_command_executions', 'executions', '{insert,update}'),
			('guild_config_revisions', 'configuration', '{insert}'),
			('guild_config_receipts', 'configuration', '{insert,update}')
		) AS t (tbl, topic, events)
	LOOP
		FOREACH event IN ARRAY hinted.events LOOP
			EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING NEW TABLE AS changed'
				' FOR EACH STATEMENT EXECUTE FUNCTION app.hint_live(%L)',
				'hint_live_' || event, event, hinted.tbl, hinted.topic);
		END LOOP;
	END LOOP;
END $$;
