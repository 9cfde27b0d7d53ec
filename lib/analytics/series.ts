/** A row counted for one point of a window; points are numbered from 1. */
export type PointRow<K extends string> = { point: number } & Record<K, number>;

/** `key` at each of `count` points, oldest first; a point without a row counts nothing. */
export function seriesOf<K extends string>(rows: readonly PointRow<K>[], key: K, count: number): number[] {
	const byPoint = new Map(rows.map((row) => [row.point, row[key]]));
	return Array.from({ length: count }, (_, index) => byPoint.get(index + 1) ?? 0);
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
