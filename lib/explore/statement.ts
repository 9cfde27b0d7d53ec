import "server-only";
import { millisecondsInDay } from "date-fns/constants";
import { pointOf, pointOfDay, within, withinDays } from "@/lib/analytics/period/points";
import type { Window } from "@/lib/analytics/schema";
import { empty, join, type Sql, sql } from "@/lib/db/sql";
import { snowflakeFromTime } from "@/lib/discord/snowflake";
import { personOf } from "@/lib/guilds/people";
import { isPlaced, type SourceName } from "./catalogue";
import { chosenFilters } from "./plan";
import { type Definition, type Dimension, MAX_GROUPS } from "./schema";
import type { SourceTable } from "./source-table";
import { tables } from "./tables";

/** What a statement counts: a definition's figures in one window. */
export type Question = {
	guildId: string;
	timeZone: string;
	window: Window;
	definition: Definition;
	source: SourceName;
	/** Taken apart by this; null for the figure of the whole window. */
	dimension: Dimension | null;
	/** Only these groups; null for the largest. */
	only: readonly string[] | null;
};

const share = { responseMedian: 0.5, responseSlow: 0.95 } as const;

/**
 * The statement that answers a question: rows of `key`, `value` and `label`, with how many groups there are. It is put
 * together from the catalogue's fragments alone; names its guild; and answers at most `MAX_GROUPS` rows.
 */
export function statementFor(question: Question): Sql {
	const { source, dimension } = question;
	const counted = source === "activeDays" ? activeDays(question) : countedIn(question, tables[source]);
	const label = dimension === null ? sql`NULL::json` : labelOf(question.guildId, dimension);
	const wanted = dimension === null || isPlaced(dimension) ? sql`true` : sql`g.value <> 0`;
	return sql`
		SELECT g.key, g.value, g."groupCount", g.total, ${label} AS label
		FROM (
			SELECT g.key, g.value, count(*) OVER ()::int AS "groupCount", sum(g.value) OVER () AS total
			FROM (${counted}) g
			WHERE ${wanted}
			ORDER BY g.value DESC NULLS LAST, g.key
			LIMIT ${MAX_GROUPS}) g
		ORDER BY g.value DESC NULLS LAST, g.key`;
}

function countedIn(question: Question, table: SourceTable): Sql {
	const { measure } = question.definition;
	const key = keyOf(question, table);
	const rows = sql`FROM ${table.table} r WHERE ${join(conditions(question, table), " AND ")}`;
	if (measure === "responseMedian" || measure === "responseSlow")
		return percentile(key, rows, share[measure]);
	const value = table.values[measure];
	if (value === undefined) throw new RangeError(`${question.source} does not count ${measure}`);
	return sql`SELECT ${key} AS key, ${value} AS value ${rows} GROUP BY 1`;
}

/** The middle of the bucket that the nearest rank falls into. */
function percentile(key: Sql, rows: Sql, of: number): Sql {
	return sql`
		SELECT b.key, app.latency_of(min(b.bucket) FILTER (WHERE b.reached >= ceil(b.total * ${of}::float8))) AS value
		FROM (
			SELECT b.key, b.bucket, sum(b.executions) OVER (PARTITION BY b.key ORDER BY b.bucket) AS reached,
				sum(b.executions) OVER (PARTITION BY b.key) AS total
			FROM (SELECT ${key} AS key, r.bucket::int AS bucket, sum(r.executions) AS executions
				${rows} AND r.bucket > 0 GROUP BY 1, 2 HAVING sum(r.executions) > 0) b) b
		GROUP BY 1`;
}

/** Distinct people of each point: they do not add up, so each is counted for itself. */
function activeDays({ guildId, window, dimension }: Question): Sql {
	const edges = dimension === null ? [window.days[0], window.days.at(-1)] : window.days;
	return sql`
		SELECT s.place::int AS key, s.members::float8 AS value
		FROM app.active_points(${guildId}::bigint, ${edges}::date[]) a, unnest(a.series) WITH ORDINALITY AS s (members, place)`;
}

function conditions(question: Question, table: SourceTable): Sql[] {
	const { guildId, definition, only, dimension } = question;
	const chosen = chosenFilters(definition).map((name) => {
		const condition = table.filters[name]?.(definition[name] ?? "");
		if (condition === undefined) throw new RangeError(`${question.source} does not know ${name}`);
		return condition;
	});
	const key = dimension === null ? undefined : table.keys[dimension];
	return [
		sql`${table.guild} = ${guildId}::bigint`,
		inWindow(question.window, table),
		...(table.counted === undefined ? [] : [table.counted]),
		...chosen,
		...(only === null || key === undefined ? [] : [sql`coalesce((${key})::text, '') = ANY(${only}::text[])`]),
	];
}

function inWindow(window: Window, { when }: SourceTable): Sql {
	if (when.kind === "day") return withinDays(window, when.column);
	if (when.kind === "instant") return within(window, when.column);
	const slack = when.kind === "nearId" ? millisecondsInDay : 0;
	const id = when.kind === "nearId" ? when.id : when.column;
	const first = snowflakeFromTime(new Date(Date.parse(window.from) - slack));
	const end = snowflakeFromTime(new Date(Date.parse(window.to) + slack));
	return sql`${id} >= ${first}::bigint AND ${id} < ${end}::bigint
		${when.kind === "nearId" ? sql`AND ${within(window, when.column)}` : empty}`;
}

/** What rows are grouped by: the number of a place, or the key of a group. */
function keyOf({ dimension, window, timeZone, source }: Question, table: SourceTable): Sql {
	if (dimension === null) return sql`1`;
	const key = table.keys[dimension];
	if (key !== undefined) return key;
	const { when } = table;
	if (dimension === "time")
		return when.kind === "day" ? pointOfDay(window, when.column) : pointOf(window, instantOf(table));
	const clock =
		when.kind === "day"
			? sql`${when.column}::timestamp`
			: sql`(${instantOf(table)} AT TIME ZONE ${timeZone})`;
	const weekday = sql`extract(isodow FROM ${clock})::int`;
	const hour = sql`extract(hour FROM ${clock})::int`;
	if (dimension === "weekday") return weekday;
	if (dimension === "hour") return sql`${hour} + 1`;
	if (dimension === "heat") return sql`(${weekday} - 1) * 24 + ${hour} + 1`;
	throw new RangeError(`${source} cannot be taken apart by ${dimension}`);
}

function instantOf({ when }: SourceTable): Sql {
	return when.kind === "id" ? sql`app.snowflake_time(${when.column})` : when.column;
}

/** What a group is called, as JSON; looked up for those that are shown only. */
function labelOf(guildId: string, dimension: Dimension): Sql {
	const id = sql`${guildId}::bigint`;
	switch (dimension) {
		case "channel":
			return sql`(SELECT json_build_object('name', c.name, 'type', c.channel_type) FROM discord_channels c
				WHERE c.guild_id = ${id} AND c.id = g.key)`;
		case "member":
		case "moderator":
		case "actor":
			return personOf(id, sql`g.key`);
		case "caseType":
			return sql`(SELECT json_build_object('name', t.display_name) FROM custom_case_types t
				WHERE t.guild_id = ${id} AND 'custom:' || t.id = g.key)`;
		default:
			return sql`NULL::json`;
	}
}
