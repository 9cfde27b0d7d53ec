import "server-only";
import { botsOf } from "@/lib/analytics/bots";
import { readBoth } from "@/lib/analytics/period/both";
import { type Course, courseOf, rateOf, without } from "@/lib/analytics/period/course";
import { elapsedSeconds } from "@/lib/analytics/period/elapsed";
import { pointOfDay, withinDays } from "@/lib/analytics/period/points";
import { summedSeries } from "@/lib/analytics/period/series";
import type { MemberKind, Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import type { Voice } from "./schema";

/** Several rows may be of one point. */
type DayRow = { point: number; sessions: number; seconds: number };

type Spent = { seconds: Course; sessions: Course };

type VoiceOfSome = Pick<Voice, "seconds" | "sessions" | "average">;

/** Time and sessions in one channel, and how many were there on average, by days of UTC. */
export async function voiceOfChannel(
	guild: GuildScope,
	period: Period,
	channel: string,
): Promise<VoiceOfSome> {
	return withAverage(period, await spentIn(period, (window) => daysOf(guild, window, channel)));
}

/** The same of people or of bots, of whom there are few: people are everybody without them. Needs level 5. */
export async function voiceOfKind(guild: GuildScope, period: Period, kind: MemberKind): Promise<VoiceOfSome> {
	const ofBots = spentIn(period, (window) => daysOfBots(guild, window));
	if (kind === "bots") return withAverage(period, await ofBots);
	const [all, bots] = await Promise.all([spentIn(period, (window) => daysOf(guild, window, null)), ofBots]);
	return withAverage(period, {
		seconds: without(all.seconds, bots.seconds),
		sessions: without(all.sessions, bots.sessions),
	});
}

async function spentIn(period: Period, read: (window: Window) => Promise<DayRow[]>): Promise<Spent> {
	const { current, comparison } = await readBoth(period, read);
	const points = period.current.days.length - 1;
	const course = (key: "sessions" | "seconds") =>
		courseOf(
			summedSeries(current, "point", key, points),
			comparison && summedSeries(comparison, "point", key, points),
		);
	return { seconds: course("seconds"), sessions: course("sessions") };
}

function withAverage(period: Period, spent: Spent): VoiceOfSome {
	const time = courseOf(elapsedIn(period.current), period.comparison && elapsedIn(period.comparison));
	return { ...spent, average: rateOf(spent.seconds, time) };
}

/** @param channel null for all */
function daysOf(guild: GuildScope, window: Window, channel: string | null): Promise<DayRow[]> {
	return guild.rows<DayRow>(sql`
		SELECT ${pointOfDay(window, sql`r.day`)} AS point, sum(r.sessions)::int AS sessions, sum(r.seconds)::float8 AS seconds
		FROM rollup_voice_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${withinDays(window, sql`r.day`)}
			${channel === null ? empty : sql`AND r.channel_id = ${channel}::bigint`}
		GROUP BY 1`);
}

/** Of members the sessions that have ended are counted; the others have only begun. */
function daysOfBots(guild: GuildScope, window: Window): Promise<DayRow[]> {
	return guild.rows<DayRow>(sql`
		SELECT ${pointOfDay(window, sql`d.day`)} AS point, sum(d.sessions)::int AS sessions, sum(d.seconds)::float8 AS seconds
		FROM (${botsOf(guild)}) b CROSS JOIN LATERAL (
			SELECT r.first AS day, r.sessions, r.seconds FROM rollup_voice_members r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.user_id = b.user_id AND r.span = 'day' AND ${withinDays(window, sql`r.first`)}
			UNION ALL
			SELECT (v.joined_at AT TIME ZONE 'UTC')::date, 1, 0 FROM discord_voice_states v
			WHERE v.guild_id = ${guild.guildId}::bigint AND v.user_id = b.user_id AND v.left_at IS NULL) d
		WHERE ${withinDays(window, sql`d.day`)}
		GROUP BY 1`);
}

function elapsedIn({ days }: Window): number[] {
	return elapsedSeconds(
		days.map((day) => `${day}T00:00:00Z`),
		Date.now(),
	);
}
