/** SQL of a time as the ISO text with microseconds that frames carry, so that both compare as text; '' for -infinity. */
export function momentText(column: string): string {
	return `CASE WHEN isfinite(${column}) THEN to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE '' END`;
}
