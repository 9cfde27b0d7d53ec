import { type Bucket, percentile } from "@/lib/commands/histogram";
import type { Percentiles } from "./commands-schema";

/** Within which time half, 19 of 20 and 99 of 100 of the answers came. */
export function percentilesOf(buckets: readonly Pick<Bucket, "ms" | "executions">[]): Percentiles {
	return {
		p50: percentile(buckets, 0.5),
		p95: percentile(buckets, 0.95),
		p99: percentile(buckets, 0.99),
	};
}
