/** A float in [0, 1). */
export type Draw = () => number;

/** An index in proportion to the weights: constant time a draw (Vose's alias method). */
export function aliasTable(weights: readonly number[]): (draw: Draw) => number {
	const count = weights.length;
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const chance = Float64Array.from(weights, (weight) => (weight * count) / total);
	const alias = Int32Array.from(weights, (_, index) => index);
	const small = [...chance.keys()].filter((index) => (chance[index] ?? 0) < 1);
	const large = [...chance.keys()].filter((index) => (chance[index] ?? 0) >= 1);
	while (small.length > 0 && large.length > 0) {
		const less = small.pop() ?? 0;
		const more = large.at(-1) ?? 0;
		alias[less] = more;
		chance[more] = (chance[more] ?? 0) + (chance[less] ?? 0) - 1;
		if ((chance[more] ?? 0) >= 1) continue;
		large.pop();
		small.push(more);
	}
	return (draw) => {
		const place = draw() * count;
		const index = Math.floor(place);
		return place - index < (chance[index] ?? 1) ? index : (alias[index] ?? index);
	};
}

/** Flattens the top of the ranking: the first of 100,000 writes one message in 400, not one in 12. */
const FLATTEN = 50;

/** A rank from 0 to `count - 1`, the n-th as likely as 1/(n + 50): Zipf's law. */
export function zipfRank(draw: Draw, count: number): number {
	const rank = Math.floor(FLATTEN * ((count + FLATTEN) / FLATTEN) ** draw()) - FLATTEN;
	return Math.min(rank, count - 1);
}
