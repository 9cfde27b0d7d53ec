/** One rollup's rows as they are kept, without those at zero, and as they are counted anew. Both sides have the same columns. */
export type Recount = {
	rollup: string;
	/** What distinguishes one row from another. */
	key: readonly string[];
	figures: readonly string[];
	kept: string;
	counted: string;
};

/** One row that is not what it should be; a side is null where it has no such row. */
export type Difference = { key: string; kept: string | null; counted: string | null };

/**
 * A statement of one row: `compared`, how many rows there are on either side, and `differences`. One statement, so that
 * both sides are of one moment, whoever writes meanwhile.
 */
export function comparison({ key, figures, kept, counted }: Recount): string {
	const columns = [...key, ...figures].join(", ");
	const of = (side: string) => figures.map((figure) => `${side}.${figure}`).join(", ");
	const shown = (side: string) =>
		`CASE WHEN ${side}.here THEN concat_ws(' ', ${figures.map((figure) => `'${figure} ' || coalesce(${side}.${figure}::text, 'none')`).join(", ")}) END`;
	return `WITH compared AS MATERIALIZED (
		SELECT concat_ws(' ', ${key.map((part) => `coalesce(k.${part}, c.${part})`).join(", ")}) AS key,
			${shown("k")} AS kept, ${shown("c")} AS counted,
			k.here IS NULL OR c.here IS NULL OR ROW(${of("k")}) IS DISTINCT FROM ROW(${of("c")}) AS differs
		FROM (SELECT true AS here, * FROM (${kept}) AS kept_rows (${columns})) k
			FULL JOIN (SELECT true AS here, * FROM (${counted}) AS counted_rows (${columns})) c
				ON ${key.map((part) => `k.${part} = c.${part}`).join(" AND ")}
	)
	SELECT count(*)::int AS compared,
		coalesce(json_agg(json_build_object('key', key, 'kept', kept, 'counted', counted) ORDER BY key)
			FILTER (WHERE differs), '[]') AS differences
	FROM compared`;
}
