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
