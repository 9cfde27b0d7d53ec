/** Seven rows of 24 hours, Monday first; an hour without a row counts nothing. */
export function weekOf<K extends string>(rows: readonly ({ hour: number } & Record<K, number>)[], key: K) {
	const cells = new Map(rows.map((row) => [row.hour, row[key]]));
	return Array.from({ length: 7 }, (_, day) =>
		Array.from({ length: 24 }, (_, hour) => cells.get(day * 24 + hour) ?? 0),
	);
}
