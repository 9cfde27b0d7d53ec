import { z } from "zod";
import { sumOf } from "./series";

/** A figure of the period with its value at each point, and the same for what it is compared with. */
export const course = z.object({
	value: z.number(),
	/** Null where nothing is compared. */
	previous: z.number().nullable(),
	/** Oldest first. */
	series: z.array(z.number()),
	previousSeries: z.array(z.number()).nullable(),
});
export type Course = z.infer<typeof course>;

/** A figure that divides one count by another: null where there is nothing to divide by. */
export const rate = z.object({
	value: z.number().nullable(),
	previous: z.number().nullable(),
	series: z.array(z.number().nullable()),
	previousSeries: z.array(z.number().nullable()).nullable(),
});
export type Rate = z.infer<typeof rate>;

/** The course of what adds up over the points. */
export function courseOf(series: number[], previousSeries: number[] | null): Course {
	return {
		value: sumOf(series),
		previous: previousSeries && sumOf(previousSeries),
		series,
		previousSeries,
	};
}

/** One course less another that is part of it, also where people are counted: nobody is a bot on some days only. */
export function without(whole: Course, part: Course): Course {
	const less = (all: readonly number[], some: readonly number[] | null) =>
		all.map((value, index) => value - (some?.[index] ?? 0));
	return {
		value: whole.value - part.value,
		previous: whole.previous === null ? null : whole.previous - (part.previous ?? 0),
		series: less(whole.series, part.series),
		previousSeries: whole.previousSeries && less(whole.previousSeries, part.previousSeries),
	};
}

/** `counted` for each one of `by`, over the whole and at each point. */
export function rateOf(counted: Course, by: Course): Rate {
	return {
		value: ratio(counted.value, by.value),
		previous: ratio(counted.previous, by.previous),
		series: ratios(counted.series, by.series),
		previousSeries:
			counted.previousSeries && by.previousSeries && ratios(counted.previousSeries, by.previousSeries),
	};
}

function ratios(counted: readonly number[], by: readonly number[]): (number | null)[] {
	return counted.map((value, index) => ratio(value, by[index] ?? null));
}

function ratio(counted: number | null, by: number | null): number | null {
	return counted === null || by === null || by === 0 ? null : counted / by;
}
