import { hash32 } from "./random";

const DISCORD_EPOCH = 1_420_070_400_000n;
const LOW_BITS = 0x3fffff;

/** A snowflake made at `ms` (Unix milliseconds) whose 22 low bits are `low`. */
export function snowflakeAt(ms: number, low: number): string {
	return (((BigInt(Math.trunc(ms)) - DISCORD_EPOCH) << 22n) | BigInt(low & LOW_BITS)).toString();
}

/** The Unix milliseconds at which a snowflake was made. */
export function snowflakeTime(id: string): number {
	return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}

/**
 * The snowflake of a named thing, within `windowMs` after `fromMs`. It depends on the name alone, so adding a channel
 * to the world leaves the ids of all others as they are.
 */
export function snowflakeFor(name: string, fromMs: number, windowMs = 20 * 86_400_000): string {
	return snowflakeAt(fromMs + (hash32(name) % windowMs), hash32(`low/${name}`));
}
