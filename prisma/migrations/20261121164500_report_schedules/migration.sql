-- The weekly report: where and when the worker posts it. What became of a post is its order's to say, so the worker
-- writes nothing here.

CREATE TABLE report_schedules (
	guild_id bigint PRIMARY KEY REFERENCES discord_guilds (id) ON DELETE CASCADE,
	channel_id bigint NOT NULL,
	weekday smallint NOT NULL,
	hour smallint NOT NULL,
	locale text NOT NULL DEFAULT 'en',
	enabled boolean NOT NULL DEFAULT true,
	revision integer NOT NULL DEFAULT 1,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	FOREIGN KEY (guild_id, channel_id) REFERENCES discord_channels (guild_id, id) ON DELETE CASCADE,
	CONSTRAINT report_schedules_weekday_iso CHECK (weekday BETWEEN 1 AND 7),
	CONSTRAINT report_schedules_hour_of_day CHECK (hour BETWEEN 0 AND 23),
	CONSTRAINT report_schedules_locale_known CHECK (locale IN ('en', 'de'))
);
COMMENT ON COLUMN report_schedules.weekday IS '1 is Monday, on the server''s clocks';
COMMENT ON COLUMN report_schedules.hour IS 'on the server''s clocks';
CREATE INDEX report_schedules_channel_idx ON report_schedules (guild_id, channel_id);

SELECT app.snowflakes('report_schedules', 'guild_id', 'channel_id', 'created_by', 'updated_by');
SELECT app.touch('report_schedules');
SELECT app.protect('report_schedules', 3, 5, web => 'select,insert,update'),
	app.track('report_schedules', '{guild_id}');

-- The last time at or before `at` when a schedule was due and the week that was to be reported then (the one before that
-- day's), and the next time. An hour that the clocks skip is due when they have gone forward; one that they repeat, the
-- second time: until then `due` lies after `at`, and is the next time.
CREATE FUNCTION app.report_due(
	weekday integer, hour integer, zone text, at timestamptz,
	OUT due timestamptz, OUT week text, OUT next timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
RETURN (
	SELECT ROW (
		l.slot AT TIME ZONE zone,
		to_char(l.slot - interval '7 days', 'IYYY"-W"IW'),
		CASE WHEN l.slot AT TIME ZONE zone > at THEN l.slot ELSE l.slot + interval '7 days' END AT TIME ZONE zone
	)
	FROM (
		SELECT s.slot - CASE WHEN s.slot > at AT TIME ZONE zone THEN interval '7 days' ELSE interval '0' END AS slot
		FROM (
			SELECT date_trunc('week', at AT TIME ZONE zone) + make_interval(days => weekday - 1, hours => hour) AS slot
		) s
	) l
);
GRANT EXECUTE ON FUNCTION app.report_due(integer, integer, text, timestamptz) TO guildhall_web, guildhall_bot;
