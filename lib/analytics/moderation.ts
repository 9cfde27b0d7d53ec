import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { appealsAgainst, noAppeals } from "./appeals";
import { type Both, readBoth } from "./both";
import { openCases } from "./case-backlog";
import { type CaseFigures, caseFigures } from "./case-figures";
import { type Course, courseOf } from "./course";
import { caseSources, type Moderation, type Times } from "./moderation-schema";
import { readPeriod } from "./read-period";
import type { PeriodQuery } from "./schema";
import { summedSeries } from "./series";
import { standingCourse } from "./standing";

/** What moderators did in a period: read from its cases, which are few beside messages, by when they were opened. */
export async function readModeration(guild: GuildScope, asked: PeriodQuery): Promise<Moderation> {
	const period = await readPeriod(guild, asked, ["cases"]);
	const figures = await readBoth(period, (window) => caseFigures(guild, window));
	const open = await readBoth(period, (window) => openCases(guild, window));
	const names = await customNames(guild);
	const seesAppeals = may(guild.actor.level, "appeals.read");
	const appeals = seesAppeals ? await appealsAgainst(guild, period.current) : null;
	const { current, comparison } = figures;
	const points = period.current.edges.length - 1;
	return {
		period,
		cases: courseOfTypes(figures, points),
		types: typeCourses(figures, points).map((type) => ({ ...type, name: names.get(type.key) ?? null })),
		open: standingCourse(open.current, open.comparison),
		times: timesOf(current, null),
		previousTimes: comparison && timesOf(comparison, null),
		timesByPoint: Array.from({ length: points }, (_, index) => timesOf(current, index + 1)),
		reversals: current.reversals,
		previousReversals: comparison?.reversals ?? null,
		sources: sourcesOf(figures),
		moderators: current.moderators.map((moderator) => ({
			...moderator,
			appeals: appeals && (appeals.byModerator.get(moderator.person.id) ?? noAppeals),
		})),
		repeat: current.repeat,
		previousRepeat: comparison?.repeat ?? null,
		repeaters: current.repeaters,
		appeals: appeals?.all ?? null,
	};
}

function courseOfTypes({ current, comparison }: Both<CaseFigures>, points: number, type?: string): Course {
	const series = ({ types }: CaseFigures) => {
		const rows = type === undefined ? types : types.filter(({ key }) => key === type);
		return summedSeries(rows, "point", "cases", points);
	};
	return courseOf(series(current), comparison && series(comparison));
}

function typeCourses(figures: Both<CaseFigures>, points: number) {
	const keys = new Set(figures.current.types.map(({ key }) => key));
	return [...keys]
		.map((key) => ({ key, course: courseOfTypes(figures, points, key) }))
		.sort((one, other) => other.course.value - one.course.value || one.key.localeCompare(other.key, "en"));
}

/** @param point of the window; null for all of it */
function timesOf({ times }: CaseFigures, point: number | null): Times {
	const found = times.find((each) => each.point === point);
	return { median: found?.median ?? null, p90: found?.p90 ?? null, ended: found?.ended ?? 0 };
}

function sourcesOf({ current, comparison }: Both<CaseFigures>): Moderation["sources"] {
	const count = (figures: CaseFigures, source: string) =>
		figures.sources.find((each) => each.source === source)?.cases ?? 0;
	return caseSources.map((source) => ({
		source,
		cases: count(current, source),
		previous: comparison && count(comparison, source),
	}));
}

/** What the server calls its own types, by their keys. */
async function customNames(guild: GuildScope): Promise<Map<string, string>> {
	const rows = await guild.rows<{ key: string; name: string }>(sql`
		SELECT 'custom:' || t.id AS key, t.display_name AS name
		FROM custom_case_types t WHERE t.guild_id = ${guild.guildId}::bigint`);
	return new Map(rows.map(({ key, name }) => [key, name]));
}
