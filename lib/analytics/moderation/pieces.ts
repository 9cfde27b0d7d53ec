import { type Dates, dayAfter, monthPieces, wholeDays } from "@/lib/analytics/period/pieces";
import type { Window } from "@/lib/analytics/schema";

/** ISO instants; `to` is not included. */
export type Stretch = { from: string; to: string };

/** The whole days of UTC that a point, counted from 1, consists of. */
type PointDays = Dates & { point: number };

/** What a rollup by day tells of a window's points, and the stretches around it of which rows have to be counted. */
export function pointPieces({ edges }: Pick<Window, "edges">): { days: PointDays[]; rest: Stretch[] } {
	const days: PointDays[] = [];
	const rest: Stretch[] = [];
	for (const [index, to] of edges.slice(1).entries()) {
		const from = edges[index] ?? to;
		const whole = wholeDays(from, to);
		if (whole.first > whole.last) {
			append(rest, { from, to });
			continue;
		}
		days.push({ point: index + 1, ...whole });
		append(rest, { from, to: startOf(whole.first) });
		append(rest, { from: startOf(dayAfter(whole.last)), to });
	}
	return { days, rest };
}

/** The first days of the months of UTC that lie wholly in a window, null where none does, and the stretches around them. */
export function wholeMonths({ from, to }: Pick<Window, "from" | "to">): {
	months: Dates | null;
	rest: Stretch[];
} {
	const days = wholeDays(from, to);
	if (days.first > days.last) return { months: null, rest: [{ from, to }] };
	const { whole, tail } = monthPieces(days);
	if (whole.first > whole.last) return { months: null, rest: [{ from, to }] };
	const rest: Stretch[] = [];
	append(rest, { from, to: startOf(whole.first) });
	append(rest, { from: startOf(tail.first), to });
	return { months: whole, rest };
}

/** Adds a stretch unless it is empty; one that goes on where the last one ends makes that longer. */
function append(stretches: Stretch[], { from, to }: Stretch): void {
	if (from === to) return;
	const last = stretches.at(-1);
	if (last?.to === from) last.to = to;
	else stretches.push({ from, to });
}

function startOf(day: string): string {
	return `${day}T00:00:00.000Z`;
}
