import type { ChartSeries } from "./types";

/** Those who joined in one week. */
export type Cohort = {
	/** Goes into the CSV: the first day of the week. */
	key: string;
	/** "3 Nov". */
	label: string;
	/** How many joined. */
	size: number;
	/** How many of them were active in week 0, 1, 2 … after joining; null where that week is not over. */
	active: readonly (number | null)[];
};

/** How many weeks the oldest cohort has seen. */
export function weeksOf(cohorts: readonly Cohort[]): number {
	return Math.max(0, ...cohorts.map(({ active }) => active.findLastIndex((count) => count !== null) + 1));
}

/** The share of a cohort that was active in a week; null where that is not known, or the cohort is empty. */
export function shareIn({ size, active }: Cohort, week: number): number | null {
	const count = active[week] ?? null;
	return count === null || size === 0 ? null : count / size;
}

/** The share of all that have seen a week, each member counting once. */
export function shareOfAll(cohorts: readonly Cohort[], week: number): number | null {
	const seen = cohorts.filter((cohort) => shareIn(cohort, week) !== null);
	const sum = (of: (cohort: Cohort) => number) => seen.reduce((total, cohort) => total + of(cohort), 0);
	return seen.length === 0 ? null : sum(({ active }) => active[week] ?? 0) / sum(({ size }) => size);
}

/** The largest share in any week after that of joining, in which nearly all are active. */
export function largestLater(cohorts: readonly Cohort[]): number {
	return Math.max(
		0,
		...cohorts.flatMap((cohort) =>
			cohort.active.map((_, week) => (week === 0 ? 0 : (shareIn(cohort, week) ?? 0))),
		),
	);
}

/** The darkest of the shades, which begin at 0. */
export const darkest = 10;

/** How dark a share is against the largest. */
export function shadeOf(share: number, largest: number): number {
	return largest === 0 ? 0 : Math.round(Math.min(1, share / largest) * darkest);
}

/** The counts as CSV columns: the size of each cohort, and how many of it were active week by week. */
export function cohortColumns(
	cohorts: readonly Cohort[],
	names: { size: string; weeks: readonly string[] },
): ChartSeries[] {
	return [
		{ key: "size", label: names.size, values: cohorts.map(({ size }) => size) },
		...names.weeks.map((label, week) => ({
			key: label,
			label,
			values: cohorts.map(({ active }) => active[week] ?? null),
		})),
	];
}
