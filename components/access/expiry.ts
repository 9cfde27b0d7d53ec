const hour = 3_600_000;

/** How long a grant can last, in milliseconds; null is without end. */
export const durations = {
	hour,
	day: 24 * hour,
	week: 7 * 24 * hour,
	month: 30 * 24 * hour,
	quarter: 90 * 24 * hour,
	never: null,
} as const satisfies Record<string, number | null>;

export type DurationName = keyof typeof durations;
export const durationNames = Object.keys(durations) as DurationName[];

/** When a grant that begins at `now` (milliseconds) ends, as ISO text; null is never. */
export function endOf(name: DurationName, now: number): string | null {
	const duration = durations[name];
	return duration === null ? null : new Date(now + duration).toISOString();
}
