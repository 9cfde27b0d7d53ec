import type { CommandFigures } from "./schema";

/** Executions whose answer took about `ms` milliseconds; null where the time is unknown. */
export type Bucket = { ms: number | null; executions: number; errors: number };

/**
 * The time within which this share of the answers came: the nearest rank over the buckets, whatever their order.
 * Null when no time is known. Buckets without a time do not count.
 */
export function percentile(
	buckets: readonly Pick<Bucket, "ms" | "executions">[],
	share: number,
): number | null {
	const timed = buckets
		.flatMap(({ ms, executions }) => (ms === null || executions <= 0 ? [] : [{ ms, executions }]))
		.sort((one, other) => one.ms - other.ms);
	const total = timed.reduce((sum, { executions }) => sum + executions, 0);
	const rank = Math.max(1, Math.ceil(total * share));
	let seen = 0;
	for (const { ms, executions } of timed) {
		seen += executions;
		if (seen >= rank) return ms;
	}
	return null;
}

/** What the buckets of a period, or of one command in it, add up to. */
export function figuresOf(buckets: readonly Bucket[]): CommandFigures {
	return {
		executions: buckets.reduce((sum, { executions }) => sum + executions, 0),
		errors: buckets.reduce((sum, { errors }) => sum + errors, 0),
		median: percentile(buckets, 0.5),
		slowest: percentile(buckets, 0.95),
	};
}
