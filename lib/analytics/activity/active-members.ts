import "server-only";
import { type Both, readBoth } from "@/lib/analytics/period/both";
import type { Course } from "@/lib/analytics/period/course";
import type { Period } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

/** How many people wrote, in all and at each of some points. Distinct people do not add up. */
export type Active = { active: number; series: number[] };

/** How many people wrote, by days of UTC. */
export async function activeMembers(guild: GuildScope, period: Period): Promise<Course> {
	return activeCourse(
		await readBoth(period, async ({ days }) => {
			const row = await guild.one<Active>(sql`
				SELECT coalesce(a.active, 0) AS active, coalesce(a.series, '{}') AS series
				FROM app.active_points(${guild.guildId}::bigint, ${days}::date[]) a`);
			return row ?? { active: 0, series: [] };
		}),
	);
}

/** The course of people who wrote: its value is given, because it cannot be added up. */
export function activeCourse({ current, comparison }: Both<Active>): Course {
	return {
		value: current.active,
		previous: comparison?.active ?? null,
		series: current.series,
		previousSeries: comparison?.series ?? null,
	};
}
