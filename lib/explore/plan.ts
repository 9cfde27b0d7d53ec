import type { Permission } from "@/lib/auth/permissions";
import { catalogue, chartsFor, levelFor, type SourceName, sources } from "./catalogue";
import {
	type Chart,
	type Definition,
	type Dimension,
	dimensions,
	type Filter,
	filters,
	type Measure,
	measures,
} from "./schema";

/** Which source answers a definition, or why none does for this level. */
type Plan =
	| { source: SourceName; refused?: undefined }
	/** No source keeps these figures that way. */
	| { refused: "pair" | "filter" }
	/** It would be answered from this level on. */
	| { refused: "level"; level: number };

type Asked = { measure: Measure; dimension: Dimension } & Pick<Definition, Filter>;

/** What needs to be known of a definition to answer it: measure, dimension and what is filtered by. */
export function planFor(asked: Asked, level: number): Plan {
	const chosen = chosenFilters(asked);
	const able = candidates(asked.measure, asked.dimension, chosen);
	const allowed = able.find(({ needs }) => needs <= level);
	if (allowed) return { source: allowed.source };
	if (able.length > 0) return { refused: "level", level: Math.min(...able.map(({ needs }) => needs)) };
	return { refused: candidates(asked.measure, asked.dimension, []).length > 0 ? "filter" : "pair" };
}

/** The filters that a definition has. */
export function chosenFilters(asked: Pick<Definition, Filter>): Filter[] {
	return filters.filter((name) => asked[name] !== undefined);
}

/** The measures that a level may see in some way. */
export function measuresFor(level: number): Measure[] {
	return measures.filter((measure) => dimensionsFor(measure, level).length > 0);
}

/** What a measure can be taken apart by at a level, without any filter. */
export function dimensionsFor(measure: Measure, level: number): Dimension[] {
	return dimensions.filter((dimension) => planFor({ measure, dimension }, level).refused === undefined);
}

/** What can be filtered by at a level, with the filters that are chosen already; those among them. */
export function filtersFor(asked: Asked, level: number): Filter[] {
	const { measure, dimension } = asked;
	const chosen = chosenFilters(asked);
	return filters.filter((name) =>
		candidates(measure, dimension, [...new Set([...chosen, name])]).some(({ needs }) => needs <= level),
	);
}

function candidates(measure: Measure, dimension: Dimension, chosen: readonly Filter[]) {
	const rule = catalogue[measure];
	if (rule.not?.includes(dimension)) return [];
	return rule.sources.flatMap((source) => {
		const { permission, dimensions: by, filters: of } = sources[source];
		const needed = [by[dimension], ...chosen.map((name) => of[name])];
		if (!needed.every((each): each is Permission => each !== undefined)) return [];
		return [{ source, needs: levelFor([permission, "overview.read", ...needed]) }];
	});
}

/** A definition that can be answered, and what of the one that was asked for was left out for it. */
export type Settled = { definition: Definition & { chart: Chart }; notice: "pair" | "filter" | null };

/**
 * What a page shows for a URL: what it asks for, or the closest view that can be answered. Levels are never worked around.
 * @returns the level that is missing where only that keeps it from being answered
 */
export function settled(asked: Definition, level: number): Settled | { needs: number } {
	const plan = planFor(asked, level);
	if (plan.refused === undefined) return { definition: drawn(asked), notice: null };
	if (plan.refused === "level") return { needs: plan.level };
	const byTime = { ...asked, dimension: "time" as const };
	const hasFilters = planFor(byTime, level).refused === undefined;
	const nearest =
		plan.refused === "pair" && hasFilters ? byTime : bare(plan.refused === "pair" ? byTime : asked);
	const second = planFor(nearest, level);
	return second.refused === "level"
		? { needs: second.level }
		: { definition: drawn(nearest), notice: plan.refused };
}

function bare(asked: Definition): Definition {
	const rest = { ...asked };
	for (const name of filters) delete rest[name];
	return rest;
}

/** The same with a chart that fits. */
function drawn(asked: Definition): Settled["definition"] {
	const fitting = chartsFor(asked.dimension);
	return { ...asked, chart: fitting.find((each) => each === asked.chart) ?? fitting[0] };
}
