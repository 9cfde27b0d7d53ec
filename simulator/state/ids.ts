import { snowflakeAt } from "@/prisma/seed/snowflake";

/** How many ids fit into one millisecond. */
const perMillisecond = 1 << 22;

/** Makes strictly increasing snowflakes from the clock, even if it stands still or goes back. */
export class Snowflakes {
	readonly #now: () => number;
	#ms = 0;
	#low = 0;

	/** @param now Unix milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	next(): string {
		const now = this.#now();
		if (now > this.#ms) {
			this.#ms = now;
			this.#low = 0;
		} else if (++this.#low === perMillisecond) {
			this.#ms += 1;
			this.#low = 0;
		}
		return snowflakeAt(this.#ms, this.#low);
	}
}

/** Orders snowflakes by their number, which is their age. */
export function compareIds(one: string, other: string): number {
	if (one.length !== other.length) return one.length - other.length;
	return one < other ? -1 : Number(one > other);
}
