-- Charts that people keep: a question to the catalogue of Explore under a name, never figures. Whoever opens one asks it
-- anew, at their own level.

CREATE TABLE saved_charts (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	id uuid NOT NULL DEFAULT gen_random_uuid(),
	owner_id bigint NOT NULL REFERENCES web_users (user_id) ON DELETE CASCADE,
	name varchar(80) NOT NULL,
	definition jsonb NOT NULL,
	shared boolean NOT NULL DEFAULT false,
	revision integer NOT NULL DEFAULT 1,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, id),
	CONSTRAINT saved_charts_name_told CHECK (btrim(name) <> ''),
	CONSTRAINT saved_charts_definition_small
		CHECK (jsonb_typeof(definition) = 'object' AND octet_length(definition::text) <= 2000)
);
CREATE INDEX saved_charts_owner_idx ON saved_charts (guild_id, owner_id);
CREATE INDEX saved_charts_owner_id_idx ON saved_charts (owner_id);
COMMENT ON COLUMN saved_charts.shared IS 'everybody who may enter the guild''s pages can open it';
COMMENT ON COLUMN saved_charts.revision IS 'raised by trigger with every change';

CREATE TABLE pinned_charts (
	guild_id bigint NOT NULL,
	chart_id uuid NOT NULL,
	position smallint NOT NULL,
	pinned_by bigint NOT NULL,
	created_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (guild_id, chart_id),
	CONSTRAINT pinned_charts_position_key UNIQUE (guild_id, position),
	CONSTRAINT pinned_charts_position_range CHECK (position BETWEEN 1 AND 4),
	FOREIGN KEY (guild_id, chart_id) REFERENCES saved_charts (guild_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE pinned_charts IS 'shared charts on the overview of everybody; as many as there are positions';

SELECT app.snowflakes('saved_charts', 'guild_id', 'owner_id'), app.snowflakes('pinned_charts', 'guild_id', 'pinned_by');
SELECT app.touch('saved_charts');
SELECT app.protect_web_only('saved_charts', 1, 1, web => 'select,insert,update,delete'),
	app.protect_web_only('pinned_charts', 1, 5, web => 'select,insert,delete');
SELECT app.track('saved_charts', '{guild_id,id}'), app.track('pinned_charts', '{guild_id,chart_id}');

-- One's own, and what is shared; only one's own is written. Who manages the server can take away what is shared.
CREATE POLICY web_select_own_or_shared ON saved_charts AS RESTRICTIVE FOR SELECT TO guildhall_web
	USING (shared OR owner_id = (SELECT app.user_id()));
CREATE POLICY web_insert_own ON saved_charts AS RESTRICTIVE FOR INSERT TO guildhall_web
	WITH CHECK (owner_id = (SELECT app.user_id()));
CREATE POLICY web_update_own ON saved_charts AS RESTRICTIVE FOR UPDATE TO guildhall_web
	USING (owner_id = (SELECT app.user_id())) WITH CHECK (owner_id = (SELECT app.user_id()));
CREATE POLICY web_delete_own_or_shared ON saved_charts AS RESTRICTIVE FOR DELETE TO guildhall_web
	USING (owner_id = (SELECT app.user_id()) OR (shared AND guild_id = (SELECT app.guild(5))));
CREATE POLICY web_insert_own ON pinned_charts AS RESTRICTIVE FOR INSERT TO guildhall_web
	WITH CHECK (pinned_by = (SELECT app.user_id()));

-- A person keeps at most a hundred charts in a guild: GH001 past them. Changes are numbered.
CREATE FUNCTION app.guard_saved_charts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.revision := OLD.revision + ((NEW.name, NEW.definition, NEW.shared)
			IS DISTINCT FROM (OLD.name, OLD.definition, OLD.shared))::integer;
		RETURN NEW;
	END IF;
	NEW.revision := 1;
	PERFORM pg_advisory_xact_lock(hashtextextended('app.guard_saved_charts', NEW.guild_id # NEW.owner_id));
	IF (SELECT count(*) FROM saved_charts c WHERE c.guild_id = NEW.guild_id AND c.owner_id = NEW.owner_id) >= 100 THEN
		RAISE EXCEPTION 'a person keeps at most 100 charts in a guild' USING ERRCODE = 'GH001';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER guard_saved_charts BEFORE INSERT OR UPDATE ON saved_charts
	FOR EACH ROW EXECUTE FUNCTION app.guard_saved_charts();

-- Only what is shared is pinned, and what is no longer shared no longer is. The row of the chart is held, so that nobody
-- takes it back meanwhile.
CREATE FUNCTION app.guard_pinned_charts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM FROM saved_charts c
	WHERE c.guild_id = NEW.guild_id AND c.id = NEW.chart_id AND c.shared FOR SHARE;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'only a shared chart can be pinned' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER guard_pinned_charts BEFORE INSERT ON pinned_charts
	FOR EACH ROW EXECUTE FUNCTION app.guard_pinned_charts();

CREATE FUNCTION app.unpin_chart() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	DELETE FROM pinned_charts p WHERE p.guild_id = NEW.guild_id AND p.chart_id = NEW.id;
	RETURN NULL;
END $$;
CREATE TRIGGER unpin_chart AFTER UPDATE OF shared ON saved_charts
	FOR EACH ROW WHEN (OLD.shared AND NOT NEW.shared) EXECUTE FUNCTION app.unpin_chart();
