/** A small deterministic source of randomness: the same key always yields the same sequence. */
export type Random = {
	/** A float in [0, 1). */
	next(): number;
	/** An integer in [min, max], both included. */
	int(min: number, max: number): number;
	/** True with the given probability. */
	chance(probability: number): boolean;
	/** One element. @throws RangeError when the list is empty. */
	pick<T>(items: readonly T[]): T;
	/** Up to `count` different elements, in random order. */
	sample<T>(items: readonly T[], count: number): T[];
	/** A log-normal value around `median`; `spread` is the standard deviation of its logarithm. */
	logNormal(median: number, spread: number): number;
	/** An independent generator whose sequence does not depend on how often this one was used. */
	fork(key: string): Random;
};

/** FNV-1a, 32 bit: a stable hash for names and keys. */
export function hash32(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Makes a generator (mulberry32) from a seed number and a key that names its purpose. */
export function createRandom(seed: number, key = ""): Random {
	const next = mulberry32(hash32(`${seed}:${key}`));
	const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
	const pick = <T>(items: readonly T[]): T => {
		const item = items[int(0, items.length - 1)];
		if (item === undefined) throw new RangeError("cannot pick from an empty list");
		return item;
	};
	const sample = <T>(items: readonly T[], count: number): T[] => {
		const pool = [...items];
		const chosen: T[] = [];
		while (chosen.length < count && pool.length > 0) {
			chosen.push(...pool.splice(int(0, pool.length - 1), 1));
		}
		return chosen;
	};
	const logNormal = (median: number, spread: number) => {
		const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
		return median * Math.exp(spread * normal);
	};
	return {
		next,
		int,
		chance: (probability) => next() < probability,
		pick,
		sample,
		logNormal,
		fork: (fork) => createRandom(seed, `${key}/${fork}`),
	};
}

/** A picker over `items` in proportion to their weights: O(log n) a draw. Weights must not all be 0. */
export function weighted<T>(items: readonly T[], weight: (item: T, index: number) => number) {
	const sums: number[] = [];
	let total = 0;
	for (const [index, item] of items.entries()) {
		total += weight(item, index);
		sums.push(total);
	}
	return (random: Random): T => {
		const target = random.next() * total;
		let low = 0;
		let high = sums.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) > target) high = middle;
			else low = middle + 1;
		}
		return items[low] as T;
	};
}
