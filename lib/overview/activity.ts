import "server-only";
import { hourOfWeek, weekOf } from "@/lib/analytics/week";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, pointEdges, summed } from "./days";
import type { Course, Figure } from "./schema";
import { dateOf, dayOfHour } from "./server-days";

/** Messages by the server's days. An hour belongs to the day on which it begins, where zones are not whole hours apart. */
export async function messagesByDay(guild: GuildScope, range: Range, timeZone: string): Promise<Course> {
	const rows = await guild.rows<DayRow<"messages">>(sql`
		SELECT ${dateOf(sql`d.number`)} AS day, d.messages
		FROM (
			SELECT ${dayOfHour(range, timeZone, sql`r.hour`)} AS number, sum(r.messages)::int AS messages
			FROM rollup_messages_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint
				AND r.hour >= ${range.previous.from}::timestamptz AND r.hour < ${range.to}::timestamptz
			GROUP BY 1) d`);
	return summed(range, rows, "messages");
}

/** Messages of the period by weekday (Monday first) and hour on the server's clock, whatever the season. */
export async function messagesByHour(guild: GuildScope, range: Range, timeZone: string): Promise<number[][]> {
	const rows = await guild.rows<{ hour: number; messages: number }>(sql`
		SELECT ${hourOfWeek(sql`r.hour`, range, timeZone)} AS hour, sum(r.messages)::int AS messages
		FROM rollup_messages_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint
			AND r.hour >= ${range.from}::timestamptz AND r.hour < ${range.to}::timestamptz
		GROUP BY 1`);
	return weekOf(rows, "messages");
}

/** How many people wrote, by days of UTC. Distinct people do not add up, so each point is counted for itself. */
export async function activeMembers(guild: GuildScope, range: Range): Promise<Figure> {
	const { previous } = range;
	const row = await guild.one<Figure>(sql`
		SELECT coalesce(c.active, 0) AS value, coalesce(c.series, '{}') AS series,
			coalesce(app.active_members(${guild.guildId}::bigint, ${previous.firstDay}::date, ${previous.lastDay}::date), 0)
				AS previous
		FROM app.active_points(${guild.guildId}::bigint, ${pointEdges(range)}::date[]) c`);
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
			SELECT greatest(r.day, ${range.previous.firstDay}::date - 1) AS day, sum(r.joins)::int AS joins,
				sum(r.leaves)::int AS leaves
			FROM rollup_membership_daily r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.day <= ${range.lastDay}::date
			GROUP BY 1) d`);
	return {
		joins: summed(range, rows, "joins"),
		leaves: summed(range, rows, "leaves"),
		changes: rows.map(({ day, joins, leaves }) => ({ day, change: joins - leaves })),
	};
}
