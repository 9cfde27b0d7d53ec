import { dayAfter, wholeDays } from "./pieces";

/** ISO instants, the end not included. */
export type Stretch = { from: string; to: string };

/** What of a stretch lies outside of its whole days of UTC: less than a day on either side, and nothing where it begins and ends at midnight. */
export function endsOf({ from, to }: Stretch): Stretch[] {
	const { first, last } = wholeDays(from, to);
	if (first > last) return [{ from, to }];
	const ends = [
		{ from, to: `${first}T00:00:00.000Z` },
		{ from: `${dayAfter(last)}T00:00:00.000Z`, to },
	];
	return ends.filter((end) => end.from < end.to);
}
