import pg from "pg";

const TIMESTAMPTZ = 1184;
const TIMESTAMP = 1114;
const DATE = 1082;

/** `2026-11-21 18:50:31.207+00`, as a session in UTC has it. */
const inUtc = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/;

/** Rows leave `pg` ready for JSON: int8 and numeric as strings, times as ISO strings, dates as `YYYY-MM-DD`. */
export const readers: pg.CustomTypesConfig = {
	getTypeParser(oid, format) {
		if (oid === TIMESTAMPTZ) return isoTime;
		if (oid === TIMESTAMP) return (value: string) => new Date(`${value}Z`).toISOString();
		if (oid === DATE) return (value: string) => value;
		return pg.types.getTypeParser(oid, format);
	},
};

/** ISO with milliseconds, without a `Date` where the text says all of it: a page of rows has a hundred of these. */
function isoTime(value: string): string {
	const [whole, day, time, fraction = ""] = inUtc.exec(value) ?? [];
	if (whole === undefined) return new Date(value).toISOString();
	return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
}
