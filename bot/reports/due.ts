import type { Logger } from "pino";
import { eachGuild } from "@/bot/each-guild";
import { weekFigures } from "@/bot/reports/figures";
import { reportPost } from "@/bot/reports/post";
import type { Db, Scope } from "@/bot/scope";
import type { ReportLocale } from "@/lib/report/schema";
import { weekNamed } from "@/lib/report/week";

/**
 * Reports that are due. One that nobody could post for a day is left out: it would come as news when it is none. A
 * schedule that was changed after its time waits for the next one. $1 now.
 */
const dueReports = `
SELECT s.guild_id::text AS id, s.channel_id::text AS "channelId", s.locale, z.zone AS "timeZone", d.week
FROM report_schedules s
	JOIN discord_guilds g ON g.id = s.guild_id AND g.left_at IS NULL
	LEFT JOIN guild_config c ON c.guild_id = s.guild_id
	CROSS JOIN LATERAL (SELECT coalesce(c.time_zone, 'UTC') AS zone) z
	CROSS JOIN LATERAL app.report_due(s.weekday, s.hour, z.zone, $1::timestamptz) d
WHERE s.enabled AND d.due <= $1::timestamptz AND d.due > $1::timestamptz - interval '24 hours' AND s.updated_at <= d.due
	AND NOT EXISTS (
		SELECT FROM discord_orders o WHERE o.guild_id = s.guild_id AND o.idempotency_key = 'report#' || d.week)
ORDER BY s.guild_id
LIMIT 200`;

/** The key makes it one post a week and guild, however many workers look at once. */
const order = `
INSERT INTO discord_orders (guild_id, kind, channel_id, payload, reason, idempotency_key)
VALUES ($1, 'post', $2, $3::jsonb, 'The weekly report', $4)
ON CONFLICT (guild_id, idempotency_key) DO NOTHING
RETURNING id`;

type DueReport = { id: string; channelId: string; locale: ReportLocale; timeZone: string; week: string };

/**
 * Orders the weekly reports that are due, each guild's by itself.
 * @param siteUrl where the dashboard is, for the way to the page
 * @returns how many were ordered
 * @throws what went wrong first, when every guild has had its turn
 */
export async function orderReports(
	scope: Scope,
	siteUrl: string,
	log: Logger,
	now = new Date(),
): Promise<number> {
	const due = await scope.rows<DueReport>(dueReports, [now.toISOString()]);
	return eachGuild(due, log, (report) => orderReport(scope, siteUrl, report));
}

/** @returns how many were ordered: one, or none where another worker was quicker */
async function orderReport(db: Db, siteUrl: string, report: DueReport): Promise<number> {
	const { id, channelId, locale, timeZone } = report;
	const week = weekNamed(report.week);
	if (week === undefined) throw new Error(`${report.week} is no week`);
	const figures = await weekFigures(db, id, week.firstDay, timeZone);
	const href = new URL(`/guilds/${id}/report?week=${week.name}`, siteUrl).href;
	const post = reportPost({ figures, week, locale, href });
	const placed = await db.rows(order, [id, channelId, JSON.stringify(post), `report#${week.name}`]);
	return placed.length;
}
