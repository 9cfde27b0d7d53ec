/** Random numbers that are the same for the same seed. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 up to, and without, `end`. */
	below(end: number): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end;
	}

	pick<T>(from: readonly [T, ...T[]]): T {
		return from[Math.floor(this.below(from.length))] ?? from[0];
	}

	yes(probability = 0.5): boolean {
		return this.below(1) < probability;
	}

	/** Some of them, in their order. */
	some<T>(from: readonly T[], probability = 0.5): T[] {
		return from.filter(() => this.yes(probability));
	}

	/** An object with some of the properties. */
	part(of: Record<string, unknown>): Record<string, unknown> {
		return Object.fromEntries(this.some(Object.entries(of)));
	}

	shuffled<T>(items: readonly T[]): T[] {
		return items
			.map((item) => ({ item, rank: this.below(1) }))
			.sort((one, other) => one.rank - other.rank)
			.map(({ item }) => item);
	}
}
