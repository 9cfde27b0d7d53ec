import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { readBoth } from "./both";
import { courseOf, rateOf } from "./course";
import { elapsedSeconds } from "./elapsed";
import { pointOfDay, withinDays } from "./points";
import type { Period, Window } from "./schema";
import { seriesOf } from "./series";
import type { Voice } from "./voice-schema";

type DayRow = { point: number; sessions: number; seconds: number };

/** Time and sessions in one channel, and how many were there on average, by days of UTC. */
export async function voiceOfChannel(
	guild: GuildScope,
	period: Period,
	channel: string,
): Promise<Pick<Voice, "seconds" | "sessions" | "average">> {
	const { current, comparison } = await readBoth(period, (window) => dayRows(guild, window, channel));
	const course = (key: "sessions" | "seconds") =>
		courseOf(
			seriesOf(current, key, period.current.days.length - 1),
			comparison && seriesOf(comparison, key, (period.comparison?.days.length ?? 1) - 1),
		);
	const seconds = course("seconds");
	const time = courseOf(elapsedIn(period.current), period.comparison && elapsedIn(period.comparison));
	return { seconds, sessions: course("sessions"), average: rateOf(seconds, time) };
}

function dayRows(guild: GuildScope, window: Window, channel: string): Promise<DayRow[]> {
	return guild.rows<DayRow>(sql`
		SELECT ${pointOfDay(window, sql`r.day`)} AS point, sum(r.sessions)::int AS sessions, sum(r.seconds)::float8 AS seconds
		FROM rollup_voice_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.channel_id = ${channel}::bigint
			AND ${withinDays(window, sql`r.day`)}
		GROUP BY 1`);
}

function elapsedIn({ days }: Window): number[] {
	return elapsedSeconds(
		days.map((day) => `${day}T00:00:00Z`),
		Date.now(),
	);
}
