import "server-only";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { PeriodQuery } from "@/lib/analytics/schema";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { inferredJoins } from "@/lib/guilds/inferred-joins";
import { weekFigures } from "./figures";
import { reportedHealth } from "./reported";
import type { CommunityHealth } from "./schema";
import { healthOf } from "./score";
import { dayAfter, healthWeeks, mondaysOf, type Weeks } from "./weeks";

/** The health of a community in a period and its course, from rollups; cases are counted from level 2 on. */
export async function readHealth(guild: GuildScope, asked: PeriodQuery): Promise<CommunityHealth> {
	const period = await readPeriod(guild, asked, ["messages"]);
	const weeks = healthWeeks(period);
	const { level } = guild.actor;
	const [course, before, inferred, reported] = await Promise.all([
		weekFigures(guild, weeks.course),
		weeks.comparison && weekFigures(guild, weeks.comparison),
		inferredJoins(guild, withNewcomers(weeks.current)),
		may(level, "insight.read") ? reportedHealth(guild, weeks) : null,
	]);
	const current = healthOf(course.slice(-weeks.current.count));
	return {
		period,
		current,
		comparison: before && healthOf(before),
		mondays: mondaysOf(weeks.course),
		weeks: weeks.current.count,
		scores: course.map((week) => healthOf([week]).score),
		isPartial: !may(level, "cases.read"),
		hidesNewcomers: [...course, ...(before ?? [])].some(({ newcomers }) => newcomers === null),
		inferredJoins: inferred,
		reported,
	};
}

/** The days in which those joined who are counted as newcomers or as growth. */
function withNewcomers({ monday, count }: Weeks) {
	return { first: dayAfter(monday, -14), next: dayAfter(monday, count * 7) };
}
