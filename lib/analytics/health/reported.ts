import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Reported } from "./schema";
import { dayAfter, type HealthWeeks } from "./weeks";

type ReportedRow = Omit<Reported, "scores"> & { week: number | null };

/** What the bot reported of the weeks' days: null where it reported nothing in the period. */
export async function reportedHealth(
	guild: GuildScope,
	{ course, current }: HealthWeeks,
): Promise<Reported | null> {
	const rows = await guild.rows<ReportedRow>(sql`
		SELECT r.week, avg(r.score)::float8 AS score, avg(r.positive) FILTER (WHERE r.current)::float8 AS positive,
			coalesce(sum(r.incidents) FILTER (WHERE r.current), 0)::int AS incidents,
			count(*) FILTER (WHERE r.current)::int AS days
		FROM (
			SELECT (h.date - ${course.monday}::date) / 7 AS week, 100 * h.health_score AS score,
				h.positive_sentiment_ratio AS positive, h.toxicity_incidents AS incidents,
				h.date >= ${current.monday}::date AS current
			FROM community_health h
			WHERE h.server_id = ${guild.guildId}::bigint AND h.date >= ${course.monday}::date
				AND h.date < ${dayAfter(course.monday, course.count * 7)}::date) r
		GROUP BY GROUPING SETS ((r.week), (r.current))
		HAVING r.week IS NOT NULL OR r.current`);
	const period = rows.find(({ week }) => week === null);
	if (period === undefined) return null;
	const byWeek = new Map(rows.map(({ week, score }) => [week, score]));
	const scores = Array.from({ length: course.count }, (_, week) => byWeek.get(week) ?? null);
	const { score, positive, incidents, days } = period;
	return { score, positive, incidents, days, scores };
}
