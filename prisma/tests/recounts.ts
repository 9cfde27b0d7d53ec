import { everything } from "@/scripts/rollups/part";
import type { Recount } from "@/scripts/rollups/recount";
import { recountsIn } from "@/scripts/rollups/recounts";
import { recountsOfOpenCases } from "@/scripts/rollups/recounts-of-cases";
import { recountsOfEverybody } from "@/scripts/rollups/recounts-of-members";

/** Each rollup's rows, without those at zero, and what a count of its table gives now. */
export const recounts: Recount[] = [
	...recountsIn(everything),
	...recountsOfEverybody(everything),
	...recountsOfOpenCases(everything),
];

/** Rows that only one side has: none when the rollup is exact. */
export const differences = ({ kept, counted }: Recount) =>
	`(SELECT 'kept' AS side, k::text FROM ((${kept}) EXCEPT ALL (${counted})) AS k)
	UNION ALL (SELECT 'counted', c::text FROM ((${counted}) EXCEPT ALL (${kept})) AS c)`;
