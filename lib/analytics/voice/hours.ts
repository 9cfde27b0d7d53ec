import "server-only";
import { bothWays, type EitherWay } from "@/lib/analytics/period/both-ways";
import { hourOfInterval, intoWeek, mondayAt } from "@/lib/analytics/period/clock";
import { type Course, courseOf, type Rate, rateOf } from "@/lib/analytics/period/course";
import { elapsedSeconds } from "@/lib/analytics/period/elapsed";
import { pointOf } from "@/lib/analytics/period/points";
import { type PointRow, seriesOf } from "@/lib/analytics/period/series";
import { weekOf } from "@/lib/analytics/period/week";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

type VoiceRow = { sessions: number; seconds: number; peak: number };

type VoiceCourses = {
	seconds: Course;
	sessions: Course;
	average: Rate;
	peak: Course;
	/** Seconds in voice by weekday (Monday first) and hour on the server's clock. */
	heatmap: number[][];
};

/** Time in voice, sessions, how many were there at once, on average and at most, and when. */
export async function voicePerPoint(guild: GuildScope, period: Period): Promise<VoiceCourses> {
	const [{ byPoint: current, byHour }, comparison] = await Promise.all([
		pointsAndHours(guild, period),
		period.comparison && pointsOf(guild, period.comparison),
	]);
	const points = period.current.edges.length - 1;
	const series = (rows: PointRow<keyof VoiceRow>[], key: keyof VoiceRow) => seriesOf(rows, key, points);
	const course = (key: "sessions" | "seconds") =>
		courseOf(series(current, key), comparison && series(comparison, key));
	const peaks = series(current, "peak");
	const peaksBefore = comparison && series(comparison, "peak");
	const seconds = course("seconds");
	const time = courseOf(
		elapsedSeconds(period.current.edges, Date.now()),
		period.comparison && elapsedSeconds(period.comparison.edges, Date.now()),
	);
	return {
		seconds,
		sessions: course("sessions"),
		average: rateOf(seconds, time),
		peak: {
			value: Math.max(0, ...peaks),
			previous: peaksBefore && Math.max(0, ...peaksBefore),
			series: peaks,
			previousSeries: peaksBefore,
		},
		heatmap: weekOf(byHour, "seconds"),
	};
}

async function pointsAndHours(guild: GuildScope, { current, timeZone }: Period) {
	const hour = hourOfInterval(intoWeek(sql`v.hour`, mondayAt(sql`v.hour`, current, timeZone)));
	const rows = await guild.rows<EitherWay<VoiceRow>>(sql`
		SELECT ${pointOf(current, sql`v.hour`)} AS point, ${hour} AS hour,
			sum(v.sessions)::int AS sessions, sum(v.seconds)::float8 AS seconds, max(v.peak) AS peak
		FROM app.voice_peaks(${guild.guildId}::bigint, ${current.from}::timestamptz, ${current.to}::timestamptz) v
		GROUP BY GROUPING SETS ((1), (2))`);
	return bothWays(rows);
}

function pointsOf(guild: GuildScope, window: Window): Promise<PointRow<keyof VoiceRow>[]> {
	return guild.rows(sql`
		SELECT ${pointOf(window, sql`v.hour`)} AS point, sum(v.sessions)::int AS sessions,
			sum(v.seconds)::float8 AS seconds, max(v.peak) AS peak
		FROM app.voice_peaks(${guild.guildId}::bigint, ${window.from}::timestamptz, ${window.to}::timestamptz) v
		GROUP BY 1`);
}
