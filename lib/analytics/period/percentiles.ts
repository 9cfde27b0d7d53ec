import type { Percentiles } from "@/lib/analytics/commands/schema";
import { type Bucket, percentiles } from "@/lib/commands/histogram";

/** Within which time half, 19 of 20 and 99 of 100 of the answers came. */
export function percentilesOf(buckets: readonly Pick<Bucket, "ms" | "executions">[]): Percentiles {
	const [p50, p95, p99] = percentiles(buckets, [0.5, 0.95, 0.99] as const);
	return { p50, p95, p99 };
}
