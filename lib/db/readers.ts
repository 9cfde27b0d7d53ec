import pg from "pg";

const TIMESTAMPTZ = 1184;
const TIMESTAMP = 1114;
const DATE = 1082;

/** Rows leave `pg` ready for JSON: int8 and numeric as strings, times as ISO strings, dates as `YYYY-MM-DD`. */
export const readers: pg.CustomTypesConfig = {
	getTypeParser(oid, format) {
		if (oid === TIMESTAMPTZ || oid === TIMESTAMP) {
			return (value: string) => new Date(oid === TIMESTAMP ? `${value}Z` : value).toISOString();
		}
		if (oid === DATE) return (value: string) => value;
		return pg.types.getTypeParser(oid, format);
	},
};
