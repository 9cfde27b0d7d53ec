/** A row counted for one point of a window; points are numbered from 1. */
export type PointRow<K extends string> = { point: number } & Record<K, number>;

/** `key` at each of `count` points, oldest first; a point without a row counts nothing. */
export function seriesOf<K extends string>(rows: readonly PointRow<K>[], key: K, count: number): number[] {
	const byPoint = new Map(rows.map((row) => [row.point, row[key]]));
	return Array.from({ length: count }, (_, index) => byPoint.get(index + 1) ?? 0);
}

/** As `seriesOf`, for rows of which several may fall into one point. */
export function summedSeries<P extends string, K extends string>(
	rows: readonly (Record<P, number> & Record<K, number>)[],
	place: P,
	key: K,
	count: number,
): number[] {
	const series = Array.from({ length: count }, () => 0);
	for (const row of rows) {
		const index = row[place] - 1;
		const before = series[index];
		if (before !== undefined) series[index] = before + row[key];
	}
	return series;
}

/** What stands at the end of each point, from what it was before the first and how each changed it. */
export function standingOf(before: number, changes: readonly number[]): number[] {
	let standing = before;
	return changes.map((change) => {
		standing += change;
		return standing;
	});
}

export function sumOf(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
