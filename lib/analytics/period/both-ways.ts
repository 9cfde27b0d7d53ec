/** A row counted either for a point of the period or for an hour of the week: the other is null. */
export type EitherWay<Row> = Row & { point: number | null; hour: number | null };

/** Takes apart what one pass over a period's hours has grouped by points and by hours of the week (`GROUPING SETS`). */
export function bothWays<Row>(rows: readonly EitherWay<Row>[]): {
	byPoint: (Row & { point: number })[];
	byHour: (Row & { hour: number })[];
} {
	return {
		byPoint: rows.flatMap((row) => (row.point === null ? [] : [{ ...row, point: row.point }])),
		byHour: rows.flatMap((row) => (row.hour === null ? [] : [{ ...row, hour: row.hour }])),
	};
}
