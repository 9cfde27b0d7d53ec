/** Discord's epoch, 2015-01-01T00:00:00Z, in Unix milliseconds. */
const epoch = 1_420_070_400_000n;
/** Below the timestamp sit 22 bits: worker, process and sequence. */
const timeShift = 22n;
/** The first id that carries a time; smaller numbers are not snowflakes. The database checks the same border. */
const smallest = 1n << timeShift;
const largest = (1n << 63n) - 1n;

/** In place of a guild's id: where direct messages and the commands of all guilds belong. The database has a row of it. */
export const NO_GUILD = "0";

/** How a snowflake is written: digits without a leading zero, as many as fit a `bigint`. */
export const snowflakePattern = /^[1-9]\d{6,18}$/;

/** Whether `value` is the decimal text of a snowflake: digits only, no leading zero, 2^22 to 2^63 - 1. */
export function isSnowflake(value: unknown): value is string {
	if (typeof value !== "string" || !snowflakePattern.test(value)) {
		return false;
	}
	// Every number of eight to eighteen digits is one, and an import asks this millions of times.
	if (value.length > 7 && value.length < 19) {
		return true;
	}
	const id = BigInt(value);
	return id >= smallest && id <= largest;
}

/** Every snowflake anywhere in a JSON value, in its order. */
export function snowflakesIn(value: unknown): string[] {
	if (isSnowflake(value)) return [value];
	if (Array.isArray(value)) return value.flatMap(snowflakesIn);
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(snowflakesIn) : [];
}

/** When the id was made, to the millisecond. Throws `RangeError` when `id` is not a snowflake. */
export function snowflakeTime(id: string): Date {
	if (!isSnowflake(id)) {
		throw new RangeError(`Not a snowflake: ${id}`);
	}
	return new Date(Number((BigInt(id) >> timeShift) + epoch));
}

/** The smallest id of that millisecond; times before Discord's epoch answer "0". */
export function snowflakeFromTime(time: Date): string {
	return String(firstIdAt(time));
}

/**
 * The ids made from `from` (inclusive) to `to` (exclusive), as inclusive bounds for `id BETWEEN min AND max`.
 * An empty range answers `max` below `min`, which matches nothing.
 */
export function snowflakeRange(range: { from: Date; to: Date }): { min: string; max: string } {
	return { min: String(firstIdAt(range.from)), max: String(firstIdAt(range.to) - 1n) };
}

/** Order of age, for `toSorted`: text order is wrong because ids differ in length. */
export function compareSnowflakes(a: string, b: string): number {
	const difference = BigInt(a) - BigInt(b);
	return difference < 0n ? -1 : Number(difference > 0n);
}

function firstIdAt(time: Date): bigint {
	const milliseconds = time.getTime();
	if (Number.isNaN(milliseconds)) {
		throw new RangeError("Not a time");
	}
	const sinceEpoch = BigInt(milliseconds) - epoch;
	return sinceEpoch < 0n ? 0n : sinceEpoch << timeShift;
}
