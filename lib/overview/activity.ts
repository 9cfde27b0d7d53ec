import "server-only";
import { dateAt, dayStart, hourOfInterval, intoWeek, stretchRows } from "@/lib/analytics/period/clock";
import { weekOf } from "@/lib/analytics/period/week";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, summed, utcEdges } from "./days";
import type { Course, Figure } from "./schema";

type HourRow = { day: string | null; hour: number | null; messages: number };

/**
 * Messages by the server's days, of the period and the one before it, and those of the period by weekday (Monday first) and
 * hour on the server's clock, whatever the season: both from one pass over the hours. An hour belongs to the day on which it
 * begins, where zones are not whole hours apart.
 */
export async function messagesWritten(
	guild: GuildScope,
	range: Range,
	timeZone: string,
): Promise<{ messages: Course; heatmap: number[][] }> {
	const rows = await guild.rows<HourRow>(sql`
		SELECT x.day, x.hour, sum(x.messages)::int AS messages
		FROM (
			SELECT ${dateAt(sql`h.day`)} AS day, ${hourOfInterval(sql`h.into_week`)} AS hour, h.messages
			FROM ${stretchRows([range.previous, range], timeZone)} CROSS JOIN LATERAL (
				SELECT ${dayStart(sql`r.hour`)} AS day, ${intoWeek(sql`r.hour`)} AS into_week, sum(r.messages) AS messages
				FROM rollup_messages_hourly r
				WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= s.since AND r.hour < s.until
				GROUP BY GROUPING SETS ((1), (2)) OFFSET 0) h
			WHERE h.day IS NOT NULL OR s.since >= ${range.from}::timestamptz) x
		GROUP BY 1, 2`);
	const days = rows.flatMap(({ day, messages }) => (day === null ? [] : [{ day, messages }]));
	const hours = rows.flatMap(({ hour, messages }) => (hour === null ? [] : [{ hour, messages }]));
	return { messages: summed(range, days, "messages"), heatmap: weekOf(hours, "messages") };
}

/** How many people wrote, by days of UTC. Distinct people do not add up, so each point is counted for itself. */
export async function activeMembers(guild: GuildScope, range: Range): Promise<Figure> {
	const { previous } = range;
	const row = await guild.one<Figure>(sql`
		SELECT coalesce(c.active, 0) AS value, coalesce(c.series, '{}') AS series,
			coalesce(app.active_members(${guild.guildId}::bigint, ${previous.firstDay}::date, ${previous.lastDay}::date), 0)
				AS previous
		FROM app.active_points(${guild.guildId}::bigint, ${utcEdges(range)}::date[]) c`);
	return row ?? { value: 0, previous: 0, series: [] };
}

type MembershipRow = DayRow<"joins" | "leaves">;

/** Members at the end of each day, and who came and went, by days of UTC. */
export async function membership(
	guild: GuildScope,
	range: Range,
): Promise<{ joins: Course; leaves: Course; changes: DayRow<"change">[] }> {
	const rows = await guild.rows<MembershipRow>(sql`
		SELECT d.day::text, d.joins, d.leaves
		FROM (
			SELECT least(greatest(r.day, ${range.previous.firstDay}::date - 1), ${range.lastDay}::date) AS day,
				sum(r.joins)::int AS joins, sum(r.leaves)::int AS leaves
			FROM rollup_membership_daily r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.day <= ${range.lastUtcDay}::date
			GROUP BY 1) d`);
	return {
		joins: summed(range, rows, "joins"),
		leaves: summed(range, rows, "leaves"),
		changes: rows.map(({ day, joins, leaves }) => ({ day, change: joins - leaves })),
	};
}
