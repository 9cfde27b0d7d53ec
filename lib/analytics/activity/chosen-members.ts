import "server-only";
import { botsOf, isBot } from "@/lib/analytics/bots";
import { type Both, readBoth } from "@/lib/analytics/period/both";
import { type Course, courseOf, without } from "@/lib/analytics/period/course";
import { pointAmong, withinDays } from "@/lib/analytics/period/points";
import { type PointRow, seriesOf } from "@/lib/analytics/period/series";
import type { MemberKind, Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { activeCourse, activeMembers } from "./active-members";
import { withNames } from "./busiest";
import { writtenPerPoint } from "./hours";
import { places, topPeople, withDays } from "./members";
import type { ActivityMember } from "./schema";

/** Whose figures are asked for: those who hold a role now, people or bots, or both of these. */
export type Chosen = { role: string | null; kind: MemberKind | null };

type Courses = { messages: Course; active: Course };
type ChosenActivity = Courses & { members: Omit<ActivityMember, "share">[] };

/**
 * Messages and active members of some, and who of them wrote most, by days of UTC. Needs level 5: below, the rows do not
 * exist. People are everybody without the bots, of whom there are few.
 */
export async function chosenActivity(
	guild: GuildScope,
	period: Period,
	{ role, kind }: Chosen,
): Promise<ChosenActivity> {
	if (role !== null) return activityAmong(guild, period, holders(guild, role, kind));
	return kind === "bots" ? activityAmong(guild, period, botsOf(guild)) : activityOfPeople(guild, period);
}

async function activityOfPeople(guild: GuildScope, period: Period): Promise<ChosenActivity> {
	const [members, bots, { byDate }, active] = await Promise.all([
		topPeople(guild, period),
		readBoth(period, (window) => writtenAmong(guild, window, botsOf(guild))),
		writtenPerPoint(guild, period),
		activeMembers(guild, period),
	]);
	const courses = coursesOf(period, bots);
	return { members, messages: without(byDate, courses.messages), active: without(active, courses.active) };
}

async function activityAmong(guild: GuildScope, period: Period, some: Sql): Promise<ChosenActivity> {
	const written = await readBoth(period, (window) => writtenAmong(guild, window, some));
	const { current, comparison } = period;
	const before = comparison && { first: comparison.firstDay, last: comparison.lastDay };
	const members = await withNames(guild, written.current.first, before);
	return { ...coursesOf(period, written), members: await withDays(guild, current, members) };
}

function holders(guild: GuildScope, role: string, kind: MemberKind | null): Sql {
	const ofKind = kind === null ? empty : sql`AND ${isBot(guild, sql`c.user_id`)} = ${kind === "bots"}`;
	return sql`SELECT c.user_id FROM discord_member_roles c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.role_id = ${role}::bigint ${ofKind}`;
}

type Written = {
	points: PointRow<"messages" | "active">[];
	/** How many of them wrote. */
	active: number;
	/** Who wrote most. */
	first: { id: string; messages: number }[];
};

function coursesOf({ current }: Period, written: Both<Written>): Courses {
	const points = current.days.length - 1;
	const series = (rows: Written["points"], key: "messages" | "active") => seriesOf(rows, key, points);
	const { comparison } = written;
	const activeOf = ({ active, points: rows }: Written) => ({ active, series: series(rows, "active") });
	return {
		messages: courseOf(
			series(written.current.points, "messages"),
			comparison && series(comparison.points, "messages"),
		),
		active: activeCourse({
			current: activeOf(written.current),
			comparison: comparison && activeOf(comparison),
		}),
	};
}

/** What some members wrote in a window, in one pass over all their days. @param some a sub-select of `user_id` */
async function writtenAmong(guild: GuildScope, window: Window, some: Sql): Promise<Written> {
	const row = await guild.one<Written>(sql`
		WITH wrote AS MATERIALIZED (
			SELECT s.user_id, w.point, w.messages
			FROM (${some}) s CROSS JOIN LATERAL (
				SELECT ${pointAmong(window.days, sql`r.day`)} AS point, sum(r.messages)::int AS messages
				FROM rollup_member_daily r
				WHERE r.guild_id = ${guild.guildId}::bigint AND r.user_id = s.user_id AND ${withinDays(window, sql`r.day`)}
					AND r.messages > 0
				GROUP BY 1 OFFSET 0) w
		), member AS MATERIALIZED (
			SELECT w.user_id AS id, sum(w.messages)::int AS messages FROM wrote w GROUP BY w.user_id
		)
		SELECT
			(SELECT coalesce(json_agg(p), '[]') FROM (
				SELECT w.point, sum(w.messages)::int AS messages, count(*)::int AS active FROM wrote w GROUP BY w.point) p) AS points,
			(SELECT count(*)::int FROM member) AS active,
			(SELECT coalesce(json_agg(f), '[]') FROM (
				SELECT m.id::text, m.messages FROM member m ORDER BY m.messages DESC, m.id LIMIT ${places}) f) AS first`);
	return row ?? { points: [], active: 0, first: [] };
}
