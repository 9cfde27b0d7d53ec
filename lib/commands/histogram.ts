import type { CommandFigures } from "./schema";

/** Executions whose answer took about `ms` milliseconds; null where the time is unknown. */
export type Bucket = { ms: number | null; executions: number; errors: number };

/**
 * The times within which these shares of the answers came: the nearest rank over the buckets, whatever their order. Null when
 * no time is known. Buckets without a time do not count.
 */
export function percentiles<Shares extends readonly number[]>(
	buckets: readonly Pick<Bucket, "ms" | "executions">[],
	shares: Shares,
): { [Place in keyof Shares]: number | null } {
	const timed = buckets
		.flatMap(({ ms, executions }) => (ms === null || executions <= 0 ? [] : [{ ms, executions }]))
		.sort((one, other) => one.ms - other.ms);
	const total = timed.reduce((sum, { executions }) => sum + executions, 0);
	const times = shares.map((share) => {
		const rank = Math.max(1, Math.ceil(total * share));
		let seen = 0;
		for (const { ms, executions } of timed) {
			seen += executions;
			if (seen >= rank) return ms;
		}
		return null;
	});
	return times as { [Place in keyof Shares]: number | null };
}

/** What the buckets of a period, or of one command in it, add up to. */
export function figuresOf(buckets: readonly Bucket[]): CommandFigures {
	const [median, slowest] = percentiles(buckets, [0.5, 0.95] as const);
	return {
		executions: buckets.reduce((sum, { executions }) => sum + executions, 0),
		errors: buckets.reduce((sum, { errors }) => sum + errors, 0),
		median,
		slowest,
	};
}
