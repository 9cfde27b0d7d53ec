/**
 * The smallest of the values that as large a share of them does not exceed: what PostgreSQL's `percentile_disc` answers.
 * Null of nothing.
 * @param share above 0, up to 1
 */
export function quantile(values: readonly number[], share: number): number | null {
	const rank = Math.max(1, Math.ceil(values.length * share));
	return values.toSorted((one, other) => one - other)[rank - 1] ?? null;
}
