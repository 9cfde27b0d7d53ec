import "server-only";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { AppError } from "@/lib/errors";
import { catalogue, isPlaced, sources } from "./catalogue";
import { planFor } from "./plan";
import type { Definition, Dimension, ExploreGroup, ExploreResult, Measure } from "./schema";
import { type Question, statementFor } from "./statement";

type Row = {
	/** The number of a place, or what a group is keyed by. */
	key: string | number | null;
	value: number | null;
	groupCount: number;
	total: number | null;
	label: { name?: string | null; type?: string | null } | null;
};

/**
 * Answers a definition, as the caller's level may see it.
 * @throws AppError `invalid_input` when nothing keeps these figures so, `forbidden` when it takes a higher level
 */
export async function readExplore(guild: GuildScope, asked: Definition): Promise<ExploreResult> {
	refuseUnanswerable(asked, guild.actor.level);
	return exploreIn(guild, asked, await readPeriod(guild, asked));
}

/**
 * The same in a period that is known already: one statement for each window, and one more where the whole is no sum of what
 * was read and is wanted.
 */
export async function exploreIn(
	guild: GuildScope,
	definition: Definition,
	period: Period,
	{ whole = true }: { whole?: boolean } = {},
): Promise<ExploreResult> {
	const { measure, dimension } = definition;
	const source = refuseUnanswerable(definition, guild.actor.level);
	const question = { guildId: guild.guildId, timeZone: period.timeZone, definition, source };
	const read = (window: Window, only: string[] | null) =>
		guild.rows<Row>(statementFor({ ...question, window, dimension, only }), "once");
	const rows = await read(period.current, null);
	const keys = isPlaced(dimension) ? null : rows.map(keyText);
	const before = period.comparison === null ? null : await read(period.comparison, keys);
	const { calendar } = sources[source];
	const count = placeCount(dimension, calendar, period);
	const total = (window: Window, parts: Row[] | null) =>
		whole ? wholeOf(guild, { ...question, window }, parts) : null;
	return {
		measure,
		dimension,
		calendar,
		period,
		total: {
			value: await total(period.current, rows),
			previous: period.comparison && (await total(period.comparison, keys === null ? before : null)),
		},
		places: {
			values: placesOf(rows, count, measure),
			previous: before && placesOf(before, count, measure),
		},
		groups: keys === null ? [] : groupsOf(rows, before, measure),
		groupCount: keys === null ? 0 : (rows[0]?.groupCount ?? 0),
	};
}

function refuseUnanswerable(definition: Definition, level: number) {
	const plan = planFor(definition, level);
	if (plan.refused === undefined) return plan.source;
	if (plan.refused === "level")
		throw new AppError("forbidden", { detail: `This requires level ${plan.level}.` });
	const path = plan.refused === "pair" ? "dimension" : "measure";
	throw new AppError("invalid_input", {
		fields: [{ path, message: "These figures cannot be broken down that way." }],
	});
}

/** The figure of a whole window: what its parts add up to, or, where they do not, counted for itself. */
async function wholeOf(
	guild: GuildScope,
	question: Omit<Question, "dimension" | "only">,
	parts: Row[] | null,
): Promise<number | null> {
	const { measure } = question.definition;
	if (catalogue[measure].adds && parts !== null) return parts[0]?.total ?? 0;
	const [row] = await guild.rows<Row>(statementFor({ ...question, dimension: null, only: null }), "once");
	return row?.value ?? nothing(measure);
}

/** A measure without rows: a count is 0, a rate or a duration is unknown. */
function nothing(measure: Measure): 0 | null {
	const { adds, unit } = catalogue[measure];
	return adds || unit === "number" ? 0 : null;
}

function placesOf(rows: readonly Row[], count: number, measure: Measure): (number | null)[] {
	const values = new Map(rows.map(({ key, value }) => [Number(key), value]));
	return Array.from({ length: count }, (_, index) => values.get(index + 1) ?? nothing(measure));
}

/** How many places a dimension has; none where it makes groups. */
function placeCount(dimension: Dimension, calendar: "server" | "utc", { current }: Period): number {
	if (dimension === "time") return (calendar === "utc" ? current.days : current.edges).length - 1;
	if (dimension === "weekday") return 7;
	if (dimension === "hour") return 24;
	return dimension === "heat" ? 168 : 0;
}

function groupsOf(rows: readonly Row[], before: readonly Row[] | null, measure: Measure): ExploreGroup[] {
	const previous = new Map(before?.map((row) => [keyText(row), row.value]));
	return rows.map((row) => ({
		key: keyText(row),
		name: row.label?.name ?? null,
		type: row.label?.type ?? null,
		value: row.value,
		previous: before && (previous.get(keyText(row)) ?? nothing(measure)),
	}));
}

function keyText({ key }: Row): string {
	return key === null ? "" : String(key);
}
