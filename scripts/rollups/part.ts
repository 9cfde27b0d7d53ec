/** Which rows of a table are meant, as SQL conditions on a column of it. */
export type Part = {
	guild(column: string): string;
	/** A moment in the part's days of UTC. */
	moment(column: string): string;
	day(column: string): string;
	/** A snowflake of such a moment. */
	snowflake(column: string): string;
	/** The id of a row whose own time is such a moment: it only narrows down what has to be read. */
	near(column: string): string;
	/** The part with its months in full. */
	months: Part;
	/** The weeks that begin in the part, in full. */
	weeks: Part;
};

const all = () => "true";

/** Every row of every guild. */
export const everything: Part = {
	...{ guild: all, moment: all, day: all, snowflake: all, near: all },
	get months() {
		return everything;
	},
	get weeks() {
		return everything;
	},
};

/** Days of UTC as `YYYY-MM-DD`; `to` is not included. */
export type Days = { from: string; to: string };

/**
 * Some days of a guild.
 * @param strays whether rows of the guild have ids that tell another day than their own time does
 */
export function partOf(guildId: string, days: Days, strays: boolean): Part {
	const moment = (date: string, shift = "") => `(timestamptz '${date} UTC'${shift})`;
	const id = (date: string, shift?: string) => `(SELECT app.snowflake_at(${moment(date, shift)}))`;
	const { from, to } = days;
	return {
		guild: (column) => `${column} = ${guildId}`,
		moment: (column) => `${column} >= ${moment(from)} AND ${column} < ${moment(to)}`,
		day: (column) => `${column} >= date '${from}' AND ${column} < date '${to}'`,
		snowflake: (column) => `${column} >= ${id(from)} AND ${column} < ${id(to)}`,
		near: (column) =>
			strays
				? "true"
				: `${column} >= ${id(from, " - interval '1 day'")} AND ${column} < ${id(to, " + interval '1 day'")}`,
		get months() {
			return partOf(guildId, { from: monthOf(from), to: monthAfter(dayBefore(to)) }, strays);
		},
		get weeks() {
			return partOf(guildId, { from: mondayFrom(from), to: mondayFrom(to) }, strays);
		},
	};
}

/** The days cut into months: pieces that are read one after the other. */
export function monthsOf({ from, to }: Days): Days[] {
	const pieces: Days[] = [];
	for (let day = from; day < to; day = monthAfter(day)) {
		const next = monthAfter(day);
		pieces.push({ from: day, to: next < to ? next : to });
	}
	return pieces;
}

/** The date after a date. */
export const dayAfter = (date: string): string => shifted(date, 1);

const dayBefore = (date: string): string => shifted(date, -1);

function shifted(date: string, days: number): string {
	return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first Monday from a date on. */
function mondayFrom(date: string): string {
	return shifted(date, (8 - new Date(date).getUTCDay()) % 7);
}

const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

function monthAfter(date: string): string {
	return monthOf(shifted(monthOf(date), 31));
}
