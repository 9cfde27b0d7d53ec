const msPerDay = 86_400_000;

/**
 * Points of days that are all of one length, but the first, which may be shorter: the date on which the first would begin were
 * it as long as the others, and how many days they have. Null where they are of several lengths, as months are. Dividing
 * costs a fraction of looking every day up among the edges.
 * @param starts the first date of each point
 */
export function evenDays(starts: readonly string[]): { first: string; step: number } | null {
	const [start, second, ...others] = starts.map((day) => Date.parse(day) / msPerDay);
	if (start === undefined || second === undefined) return null;
	const third = others[0];
	const step = third === undefined ? second - start : third - second;
	const first = second - step;
	const isEven = first <= start && others.every((day, index) => day === second + (index + 1) * step);
	return isEven ? { first: new Date(first * msPerDay).toISOString().slice(0, 10), step } : null;
}
