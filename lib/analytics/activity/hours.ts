import "server-only";
import { type Both, readBoth } from "@/lib/analytics/period/both";
import { hourOfInterval, intoWeek, stretchRows } from "@/lib/analytics/period/clock";
import { type Course, courseOf } from "@/lib/analytics/period/course";
import { piecesOf } from "@/lib/analytics/period/date-pieces";
import { pointRows } from "@/lib/analytics/period/points";
import { seriesOf, summedSeries } from "@/lib/analytics/period/series";
import { weekOf } from "@/lib/analytics/period/week";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

type HourRow = { point: number; date: number; messages: number; replies: number };

export type Written = {
	messages: Course;
	replies: Course;
	/** Messages by days of UTC, to be set against who was active on them. */
	byDate: Course;
};

/** Messages and replies at each point, and messages by days of UTC, which need not be the same hours. */
export async function writtenPerPoint(guild: GuildScope, period: Period): Promise<Written> {
	const rows = await readBoth(period, (window) => hourRows(guild, window));
	const points = period.current.edges.length - 1;
	const dates = period.current.days.length - 1;
	const course = (place: "point" | "date", key: "messages" | "replies", count: number) =>
		courseOf(
			summedSeries(rows.current, place, key, count),
			rows.comparison && summedSeries(rows.comparison, place, key, count),
		);
	return {
		messages: course("point", "messages", points),
		replies: course("point", "replies", points),
		byDate: course("date", "messages", dates),
	};
}

function hourRows(guild: GuildScope, window: Window): Promise<HourRow[]> {
	const midnights = window.days.map((day) => `${day}T00:00:00.000Z`);
	const pieces = piecesOf(window.edges, midnights);
	return guild.rows<HourRow>(sql`
		SELECT p.point, p.date, h.messages, h.replies
		FROM unnest(${pieces.map(({ from }) => from)}::timestamptz[], ${pieces.map(({ to }) => to)}::timestamptz[],
				${pieces.map(({ point }) => point)}::int[], ${pieces.map(({ date }) => date)}::int[]) AS p (first, after, point, date)
			CROSS JOIN LATERAL (
				SELECT sum(r.messages)::int AS messages, sum(r.replies)::int AS replies FROM rollup_messages_hourly r
				WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= p.first AND r.hour < p.after OFFSET 0) h
		WHERE h.messages IS NOT NULL`);
}

/** Reactions at each point, by when the message was written: when somebody reacted is not known of all. */
export async function reactionsPerPoint(guild: GuildScope, period: Period): Promise<Course> {
	const rows: Both<{ point: number; reactions: number }[]> = await readBoth(period, (window) =>
		guild.rows(sql`
			SELECT p.point::int, h.reactions
			FROM ${pointRows(window)} CROSS JOIN LATERAL (
				SELECT sum(r.reactions)::int AS reactions FROM rollup_reactions_hourly r
				WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= p.first AND r.hour < p.after OFFSET 0) h
			WHERE h.reactions IS NOT NULL`),
	);
	const points = period.current.edges.length - 1;
	return courseOf(
		seriesOf(rows.current, "reactions", points),
		rows.comparison && seriesOf(rows.comparison, "reactions", points),
	);
}

/** Messages of the period by weekday (Monday first) and hour on the server's clock. */
export async function writtenByWeek(guild: GuildScope, { current, timeZone }: Period): Promise<number[][]> {
	const rows = await guild.rows<{ hour: number; messages: number }>(sql`
		SELECT ${hourOfInterval(sql`h.into_week`)} AS hour, sum(h.messages)::int AS messages
		FROM ${stretchRows([current], timeZone)} CROSS JOIN LATERAL (
			SELECT ${intoWeek(sql`r.hour`)} AS into_week, sum(r.messages) AS messages FROM rollup_messages_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= s.since AND r.hour < s.until
			GROUP BY 1 OFFSET 0) h
		GROUP BY 1`);
	return weekOf(rows, "messages");
}
