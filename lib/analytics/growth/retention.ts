import "server-only";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { cohortWeeks } from "./cohort-weeks";
import type { JoinedWeek, JoinFunnel } from "./schema";

/** How many weeks after joining are shown. */
const weeksAfter = 12;

type CohortRow = { week: string; size: number; active: (number | null)[]; ended: number };

/** How many of each week's newcomers wrote in their nth week; below level 3 not where they are so few that it tells who. */
export async function retentionOf(guild: GuildScope, window: Window): Promise<JoinedWeek[]> {
	const { first, last } = cohortWeeks(window);
	const rows = await guild.rows<CohortRow>(sql`
		SELECT r.cohort::text AS week, r.size, r.active, r.ended
		FROM app.retention(${guild.guildId}::bigint, ${first}::date, ${last}::date, ${weeksAfter}) r
		ORDER BY r.cohort`);
	return rows.map(({ week, size, active, ended }) => ({
		week,
		size,
		active: active.map((count, index) => (index < ended ? count : null)),
	}));
}

/** How far those got who joined in the window; nothing below level 3. */
export async function funnelOf(guild: GuildScope, { firstDay, lastDay }: Window): Promise<JoinFunnel | null> {
	const row = await guild.one<JoinFunnel>(sql`
		SELECT f.joined, f.wrote, f.two_weeks_ago AS "twoWeeksAgo", f.active_week_two AS "activeInWeekTwo"
		FROM app.funnel(${guild.guildId}::bigint, ${firstDay}::date, ${lastDay}::date) f
		WHERE f.joined IS NOT NULL`);
	return row ?? null;
}
