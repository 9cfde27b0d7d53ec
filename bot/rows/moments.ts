import { snowflakeTime } from "@/lib/discord/snowflake";

/** Microseconds since 1970 of an ISO time; `Date` alone keeps milliseconds, and Discord edits twice in one. */
export function micros(iso: string): number {
	const finer = /\.\d{3}(\d{1,3})/.exec(iso)?.[1] ?? "";
	return Date.parse(iso) * 1000 + Number(finer.padEnd(3, "0"));
}

/** The time in a snowflake, as ISO text. */
export function snowflakeIso(id: string): string {
	return snowflakeTime(id).toISOString();
}
