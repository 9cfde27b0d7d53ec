import "server-only";
import type { Both } from "@/lib/analytics/period/both";
import { type Course, courseOf } from "@/lib/analytics/period/course";
import { readPeriod } from "@/lib/analytics/period/read-period";
import { summedSeries } from "@/lib/analytics/period/series";
import { standingCourse } from "@/lib/analytics/period/standing";
import type { Period } from "@/lib/analytics/schema";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { appealsAgainst, noAppeals } from "./appeals";
import { openCases } from "./backlog";
import type { Narrowed } from "./narrowed-cases";
import { repeated, repeatOf, repeatOffenders } from "./repeat-offenders";
import { caseSources, type Moderation, type ModerationQuery } from "./schema";
import { type CaseTallies, caseTallies, caseTalliesByModerator } from "./tallies";
import { timesByPoint, timesToEnd } from "./times";
import { casesByType, type TypeRow } from "./types";

/** What moderators did in a period, by when its cases were opened: all of them, or those of a moderator or a type. */
export async function readModeration(
	guild: GuildScope,
	{ moderator, type, ...asked }: ModerationQuery,
): Promise<Moderation> {
	const narrowed = { moderator: moderator ?? null, type: type ?? null };
	const period = await readPeriod(guild, asked, ["cases"]);
	const seesAppeals = may(guild.actor.level, "appeals.read");
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [current, comparison, names, appeals] = await Promise.all([
		readCurrent(guild, period, narrowed),
		readComparison(guild, period, narrowed),
		customNames(guild),
		seesAppeals ? appealsAgainst(guild, period.current, narrowed) : null,
	]);
	const types = { current: current.types, comparison: comparison?.types ?? null };
	const points = period.current.edges.length - 1;
	return {
		period,
		...narrowed,
		cases: courseOfTypes(types, points),
		types: typeCourses(types, points).map((type) => ({ ...type, name: names.get(type.key) ?? null })),
		open: standingCourse(current.open, comparison?.open ?? null),
		times: current.times,
		previousTimes: comparison?.times ?? null,
		timesByPoint: current.timesByPoint,
		reversals: current.tallies.reversals,
		previousReversals: comparison?.tallies.reversals ?? null,
		sources: sourcesOf(current.tallies, comparison?.tallies ?? null),
		moderators: current.tallies.moderators.map((moderator) => ({
			...moderator,
			appeals: appeals && (appeals.byModerator.get(moderator.person.id) ?? noAppeals),
		})),
		repeat: repeatOf(current.types, current.offenders),
		previousRepeat: comparison && repeatOf(comparison.types, comparison.offenders),
		repeaters: current.offenders.repeaters,
		appeals: appeals?.all ?? null,
	};
}

async function readCurrent(guild: GuildScope, { current }: Period, narrowed: Narrowed) {
	const [types, times, byPoint, tallies, offenders, open] = await Promise.all([
		casesByType(guild, current, narrowed),
		timesToEnd(guild, current, narrowed),
		timesByPoint(guild, current, narrowed),
		caseTalliesByModerator(guild, current, narrowed),
		repeatOffenders(guild, current, narrowed),
		openCases(guild, current, narrowed),
	]);
	return { types, times, timesByPoint: byPoint, tallies, offenders, open };
}

/** The same without the lists, which are the period's only; null where nothing is compared. */
async function readComparison(guild: GuildScope, { comparison }: Period, narrowed: Narrowed) {
	if (comparison === null) return null;
	const [types, times, tallies, offenders, open] = await Promise.all([
		casesByType(guild, comparison, narrowed),
		timesToEnd(guild, comparison, narrowed),
		caseTallies(guild, comparison, narrowed),
		repeated(guild, comparison, narrowed),
		openCases(guild, comparison, narrowed),
	]);
	return { types, times, tallies, offenders, open };
}

function courseOfTypes({ current, comparison }: Both<TypeRow[]>, points: number, type?: string): Course {
	const series = (rows: TypeRow[]) =>
		summedSeries(
			type === undefined ? rows : rows.filter(({ key }) => key === type),
			"point",
			"cases",
			points,
		);
	return courseOf(series(current), comparison && series(comparison));
}

function typeCourses(types: Both<TypeRow[]>, points: number) {
	const keys = new Set(types.current.map(({ key }) => key));
	return [...keys]
		.map((key) => ({ key, course: courseOfTypes(types, points, key) }))
		.sort((one, other) => other.course.value - one.course.value || one.key.localeCompare(other.key, "en"));
}

function sourcesOf(current: CaseTallies, comparison: CaseTallies | null): Moderation["sources"] {
	const count = ({ sources }: CaseTallies, source: string) =>
		sources.find((each) => each.source === source)?.cases ?? 0;
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
