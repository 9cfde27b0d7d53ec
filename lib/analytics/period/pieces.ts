import { millisecondsInDay } from "date-fns/constants";

/** Two dates `YYYY-MM-DD`, both included; the first after the last where nothing is left. */
export type Dates = { first: string; last: string };

/** A period as the months that lie in it and the days at its edges. */
type MonthPieces = {
	/** First days of months: those wholly inside. */
	whole: Dates;
	/** First days of months: all that the period touches. */
	touched: Dates & { count: number };
	head: Dates;
	tail: Dates;
};

/** No days, and no months. */
export const nothing: Dates = { first: "9999-12-31", last: "0001-01-01" };

/** Takes a period of days apart, so that whole months are read from a rollup by month; one without days has no pieces. */
export function monthPieces({ first, last }: Dates): MonthPieces {
	if (first > last)
		return { whole: nothing, touched: { ...nothing, count: 0 }, head: nothing, tail: nothing };
	const touched = {
		first: monthOf(first),
		last: monthOf(last),
		count: monthNumber(last) - monthNumber(first) + 1,
	};
	const whole = {
		first: first === touched.first ? first : monthAfter(first),
		last: dayAfter(last) === monthAfter(last) ? touched.last : monthBefore(last),
	};
	if (whole.first > whole.last) return { whole: nothing, touched, head: { first, last }, tail: nothing };
	return {
		whole,
		touched,
		head: { first, last: dayBefore(whole.first) },
		tail: { first: monthAfter(whole.last), last },
	};
}

/** The days of UTC that lie wholly between two ISO instants. */
export function wholeDays(from: string, to: string): Dates {
	const first = Math.ceil(Date.parse(from) / millisecondsInDay) * millisecondsInDay;
	const end = Math.floor(Date.parse(to) / millisecondsInDay) * millisecondsInDay;
	return first < end ? { first: isoDay(first), last: isoDay(end - millisecondsInDay) } : nothing;
}

/** How many days there are; none where the first is after the last. */
export function daysIn({ first, last }: Dates): number {
	return Math.max(0, (Date.parse(last) - Date.parse(first)) / millisecondsInDay + 1);
}

export function dayAfter(day: string): string {
	return isoDay(Date.parse(day) + millisecondsInDay);
}

export function dayBefore(day: string): string {
	return isoDay(Date.parse(day) - millisecondsInDay);
}

function monthNumber(day: string): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthOf(day: string): string {
	return `${day.slice(0, 7)}-01`;
}

/** The first day of the next month. */
export function monthAfter(day: string): string {
	return isoDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1));
}

/** The first day of the month before. */
export function monthBefore(day: string): string {
	return isoDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2, 1));
}

function isoDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
