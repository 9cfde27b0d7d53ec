import {
	type Dates,
	dayAfter,
	dayBefore,
	daysIn,
	monthAfter,
	monthBefore,
	monthPieces,
	nothing,
} from "./pieces";

/** Days that are added to the months, or taken away from them. */
type Edge = Dates & { sign: 1 | -1 };

/** Some days of UTC as months and, at each end, the days that these have too few or too many. */
export type MonthsAndEdges = { months: Dates; edges: readonly [Edge, Edge] };

/**
 * Takes a period of days apart so that few days are left beside its months: a month that lies in it for more than a half is
 * read as a whole, less its other days. Of one that is under way these have no rows yet.
 */
export function monthsAndEdges({ first, last }: Dates): MonthsAndEdges {
	if (first > last) return { months: nothing, edges: [plus(nothing), plus(nothing)] };
	const { touched } = monthPieces({ first, last });
	const before = { first: touched.first, last: dayBefore(first) };
	const after = { first: dayAfter(last), last: dayBefore(monthAfter(last)) };
	if (touched.count === 1) {
		if (daysIn({ first, last }) <= daysIn(before) + daysIn(after))
			return { months: nothing, edges: [plus({ first, last }), plus(nothing)] };
		return { months: touched, edges: [minus(before), minus(after)] };
	}
	const head = edgeOf({ first, last: dayBefore(monthAfter(first)) }, before);
	const tail = edgeOf({ first: touched.last, last }, after);
	const months = {
		first: head.sign < 0 ? touched.first : monthAfter(first),
		last: tail.sign < 0 ? touched.last : monthBefore(last),
	};
	return { months: months.first <= months.last ? months : nothing, edges: [head, tail] };
}

/** The shorter of the two: a month's days inside the period, or those outside. */
function edgeOf(inside: Dates, outside: Dates): Edge {
	return daysIn(outside) < daysIn(inside) ? minus(outside) : plus(inside);
}

const plus = (dates: Dates): Edge => ({ ...dates, sign: 1 });
const minus = (dates: Dates): Edge => ({ ...dates, sign: -1 });
