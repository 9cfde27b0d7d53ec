/** Milliseconds of each run of `work`, sorted, after some that warm up. */
export async function timed(rounds: number, work: () => Promise<unknown>, warmUp = 5): Promise<number[]> {
	const times: number[] = [];
	for (let round = -warmUp; round < rounds; round++) {
		const begun = performance.now();
		await work();
		if (round >= 0) times.push(performance.now() - begun);
	}
	return times.toSorted((a, b) => a - b);
}

/** The value below which `share` of the sorted ones lie. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
