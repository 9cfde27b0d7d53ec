import { millisecondsInDay } from "date-fns/constants";

/**
 * Points of days that are all of one length, but the first and the last, which may be shorter: the date on which the first would
 * begin were it as long as the others, and how many days they have. Null where they are of several lengths, as months are.
 * Dividing costs a fraction of looking every day up among the edges.
 * @param days the first date of each point, and the day after the last
 */
export function evenDays(days: readonly string[]): { first: string; step: number } | null {
	const edges = days.map((day) => Date.parse(day) / millisecondsInDay);
	const end = edges.pop();
	const [start, second, third] = edges;
	if (start === undefined || second === undefined || end === undefined) return null;
	const step = third === undefined ? second - start : third - second;
	const first = second - step;
	const isEven =
		first <= start &&
		end <= first + edges.length * step &&
		edges.every((edge, index) => index === 0 || edge === first + index * step);
	return isEven ? { first: new Date(first * millisecondsInDay).toISOString().slice(0, 10), step } : null;
}
