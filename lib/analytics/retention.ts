import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { cohortWeeks } from "./cohort-weeks";
import type { JoinedWeek, JoinFunnel } from "./growth-schema";
import type { Window } from "./schema";

/** How many weeks after joining are shown. */
const weeksAfter = 12;

type CohortRow = { week: string; size: number; active: number[]; ended: number };

/** How many of each week's newcomers wrote in their nth week. */
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

/** How far those got who joined in the window. */
export async function funnelOf(guild: GuildScope, { firstDay, lastDay }: Window): Promise<JoinFunnel> {
	const row = await guild.one<JoinFunnel>(sql`
		SELECT coalesce(f.joined, 0) AS joined, coalesce(f.wrote, 0) AS wrote,
			coalesce(f.two_weeks_ago, 0) AS "twoWeeksAgo", coalesce(f.active_week_two, 0) AS "activeInWeekTwo"
		FROM app.funnel(${guild.guildId}::bigint, ${firstDay}::date, ${lastDay}::date) f`);
	return row ?? { joined: 0, wrote: 0, twoWeeksAgo: 0, activeInWeekTwo: 0 };
}
