-- A report tells members, joins, who was active and channels by days of UTC. East of it, a Monday morning is Sunday in UTC: the
-- week's post waits until its Sunday is over there too, or it would miss hours that nothing adds to it later.
CREATE OR REPLACE FUNCTION app.report_due(
	weekday integer, hour integer, zone text, at timestamptz,
	OUT due timestamptz, OUT week text, OUT next timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
RETURN (
	SELECT ROW (d.due, to_char(d.slot - interval '7 days', 'IYYY"-W"IW'), d.next)
	FROM (
		SELECT s.slot, s.due, lead(s.due) OVER (ORDER BY s.slot) AS next
		FROM generate_series(-1, 1) AS w (weeks)
			CROSS JOIN LATERAL (
				SELECT date_trunc('week', at AT TIME ZONE zone)
					+ make_interval(weeks => w.weeks, days => weekday - 1, hours => hour) AS slot) l
			CROSS JOIN LATERAL (
				SELECT l.slot, greatest(l.slot AT TIME ZONE zone, date_trunc('week', l.slot) AT TIME ZONE 'UTC') AS due) s
	) d
	WHERE d.due <= at ORDER BY d.slot DESC LIMIT 1
);
