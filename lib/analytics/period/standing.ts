import type { Course } from "./course";

/** The course of what stands at the end of each point: the whole period ends where its last point does. */
export function standingCourse(series: number[], previousSeries: number[] | null): Course {
	return {
		value: series.at(-1) ?? 0,
		previous: previousSeries && (previousSeries.at(-1) ?? 0),
		series,
		previousSeries,
	};
}
