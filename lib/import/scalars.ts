const largest = 9223372036854775807n;
const smallest = 4194304n;

/** A Discord id as text: what the tables' own check allows, a positive `bigint` of at least 4194304. */
export function isSnowflake(value: unknown): value is string {
	if (typeof value !== "string" || !/^\d{7,19}$/.test(value)) return false;
	if (value.length > 8 && value.length < 19) return true;
	const id = BigInt(value);
	return id >= smallest && id <= largest;
}

const discordEpoch = 1420070400000n;

/** The time in an id, in milliseconds since 1970. */
export function snowflakeTime(id: string): number {
	return Number((BigInt(id) >> 22n) + discordEpoch);
}

const timestamp =
	/^(?!0000)(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-5]):[0-5]\d)$/;

/**
 * An instant as the exporter writes it: any number of fractional digits, any offset, but always an offset.
 * What fits is taken by Postgres as it stands, which keeps its microseconds.
 */
export function isTimestamp(value: unknown): value is string {
	if (typeof value !== "string") return false;
	const match = timestamp.exec(value);
	if (!match) return false;
	const day = Number(match[3]);
	return day <= 28 || day <= new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate();
}
