import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { readBoth } from "./both";
import { type Course, courseOf, type Rate, rateOf } from "./course";
import { elapsedSeconds } from "./elapsed";
import { pointOf, within } from "./points";
import type { Period, Window } from "./schema";
import { seriesOf } from "./series";
import { hourOfWeek, weekOf } from "./week";

type VoiceRow = { point: number; sessions: number; seconds: number; peak: number };

type VoiceCourses = { seconds: Course; sessions: Course; average: Rate; peak: Course };

/** Time in voice, sessions, and how many were there at once, on average and at most. */
export async function voicePerPoint(guild: GuildScope, period: Period): Promise<VoiceCourses> {
	const { current, comparison } = await readBoth(period, (window) => voiceRows(guild, window));
	const points = period.current.edges.length - 1;
	const series = (rows: VoiceRow[], key: "sessions" | "seconds" | "peak") => seriesOf(rows, key, points);
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
	};
}

function voiceRows(guild: GuildScope, window: Window): Promise<VoiceRow[]> {
	return guild.rows<VoiceRow>(sql`
		SELECT ${pointOf(window, sql`v.hour`)} AS point, sum(v.sessions)::int AS sessions,
			sum(v.seconds)::float8 AS seconds, max(v.peak) AS peak
		FROM app.voice_peaks(${guild.guildId}::bigint, ${window.from}::timestamptz, ${window.to}::timestamptz) v
		GROUP BY 1`);
}

/** Seconds in voice by weekday (Monday first) and hour on the server's clock. */
export async function voiceByWeek(guild: GuildScope, { current, timeZone }: Period): Promise<number[][]> {
	const rows = await guild.rows<{ hour: number; seconds: number }>(sql`
		SELECT ${hourOfWeek(sql`r.hour`, current, timeZone)} AS hour, sum(r.seconds)::float8 AS seconds
		FROM rollup_voice_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(current, sql`r.hour`)}
		GROUP BY 1`);
	return weekOf(rows, "seconds");
}
