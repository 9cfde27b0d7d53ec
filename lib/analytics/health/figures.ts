import "server-only";
import { type PointRow, seriesOf, standingOf, sumOf } from "@/lib/analytics/period/series";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { WeekFigures } from "./score";
import { dayAfter, type Weeks } from "./weeks";

/** What the health of each week is made of, oldest first. Weeks and days are those of UTC. */
export async function weekFigures(guild: GuildScope, weeks: Weeks): Promise<WeekFigures[]> {
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [written, { before, changes }, active, newcomers, cases] = await Promise.all([
		writtenByWeek(guild, weeks),
		membersByWeek(guild, weeks),
		activeByWeek(guild, weeks),
		newcomersByWeek(guild, weeks),
		may(guild.actor.level, "cases.read") ? casesByWeek(guild, weeks) : null,
	]);
	const members = standingOf(before, changes);
	return members.map((membersAfter, week) => ({
		active: active[week] ?? 0,
		membersBefore: week === 0 ? before : (members[week - 1] ?? 0),
		membersAfter,
		newcomers: newcomers[week] ? newcomers[week].newcomers : 0,
		stayed: newcomers[week]?.stayed ?? 0,
		messages: written.messages[week] ?? 0,
		replies: written.replies[week] ?? 0,
		cases: cases && (cases[week] ?? 0),
	}));
}

/** The first instant of the weeks, and the one at which they have ended. */
function instantsOf({ monday, count }: Weeks) {
	return { from: `${monday}T00:00:00Z`, to: `${dayAfter(monday, count * 7)}T00:00:00Z` };
}

const secondsOfWeek = 7 * 86_400;

async function writtenByWeek(guild: GuildScope, weeks: Weeks) {
	const { from, to } = instantsOf(weeks);
	const rows = await guild.rows<PointRow<"messages" | "replies">>(sql`
		SELECT ((date_part('epoch', r.hour) - date_part('epoch', ${from}::timestamptz))::int / ${secondsOfWeek}) + 1 AS point,
			sum(r.messages)::int AS messages, sum(r.replies)::int AS replies
		FROM rollup_messages_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint
			AND r.hour >= ${from}::timestamptz AND r.hour < ${to}::timestamptz
		GROUP BY 1`);
	return {
		messages: seriesOf(rows, "messages", weeks.count),
		replies: seriesOf(rows, "replies", weeks.count),
	};
}

async function membersByWeek(guild: GuildScope, { monday, count }: Weeks) {
	const rows = await guild.rows<PointRow<"change">>(sql`
		SELECT greatest((r.day - ${monday}::date + 7) / 7, 0) AS point, sum(r.joins - r.leaves)::int AS change
		FROM rollup_membership_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.day < ${dayAfter(monday, count * 7)}::date
		GROUP BY 1`);
	const before = sumOf(rows.filter(({ point }) => point < 1).map(({ change }) => change));
	return { before, changes: seriesOf(rows, "change", count) };
}

/** Distinct people, who do not add up over weeks. */
async function activeByWeek(guild: GuildScope, { monday, count }: Weeks): Promise<number[]> {
	const row = await guild.one<{ series: number[] | null }>(sql`
		SELECT c.series
		FROM app.active_course(
			${guild.guildId}::bigint, ${monday}::date, ${dayAfter(monday, count * 7 - 1)}::date, 7) c`);
	return row?.series ?? [];
}

/**
 * Of those who joined in the week two before each week: their second week ends with it at the latest. Of a week that the
 * reader's level hides nothing counts; where nobody joined there is nothing to hide.
 */
function newcomersByWeek(guild: GuildScope, { monday, count }: Weeks) {
	return guild.rows<{ newcomers: number | null; stayed: number }>(sql`
		SELECT CASE WHEN c.active[2] IS NOT NULL OR c.size = 0 THEN c.size END AS newcomers,
			coalesce(c.active[2], 0) AS stayed
		FROM app.retention(
			${guild.guildId}::bigint, ${dayAfter(monday, -14)}::date, ${dayAfter(monday, (count - 3) * 7)}::date, 1) c
		ORDER BY c.cohort`);
}

/** Cases opened in each week; those that were a mistake are none. */
async function casesByWeek(guild: GuildScope, { monday, count }: Weeks): Promise<number[]> {
	const rows = await guild.rows<PointRow<"cases">>(sql`
		SELECT (r.day - ${monday}::date) / 7 + 1 AS point, sum(r.cases)::int AS cases
		FROM rollup_cases_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.day >= ${monday}::date
			AND r.day < ${dayAfter(monday, count * 7)}::date
		GROUP BY 1`);
	return seriesOf(rows, "cases", count);
}
