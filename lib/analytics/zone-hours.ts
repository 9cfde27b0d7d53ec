import { TZDate } from "@date-fns/tz";

/** By how many hours a zone's clock is ahead of UTC, and since when. */
export type ZoneHours = {
	/** ISO instants, oldest first: the beginning of the stretch, and each change in it. */
	since: string[];
	/** As many full hours; where a zone is ahead by a part of an hour, or behind by one, those before it. */
	ahead: number[];
};

const msPerMinute = 60_000;
/** Clocks are not set twice within less than this. */
const step = 7 * 24 * 60 * msPerMinute;

/**
 * Where the clocks of a zone stand in a stretch of time: its hours are those of UTC, moved.
 * @param stretch ISO instants, on full minutes
 */
export function zoneHours(timeZone: string, { from, to }: { from: string; to: string }): ZoneHours {
	const minutesAt = (time: number) => -new TZDate(time, timeZone).getTimezoneOffset();
	const end = Date.parse(to);
	const known: ZoneHours = { since: [], ahead: [] };
	const note = (time: number) => {
		known.since.push(new Date(time).toISOString());
		known.ahead.push(Math.floor(minutesAt(time) / 60));
	};
	note(Date.parse(from));
	for (let time = Date.parse(from); time < end; time = Math.min(end, time + step)) {
		const next = Math.min(end, time + step);
		if (minutesAt(next) !== minutesAt(time)) note(changeBetween(minutesAt, time, next));
	}
	return known;
}

/** The first minute of the later of two moments' time. */
function changeBetween(minutesAt: (time: number) => number, before: number, after: number): number {
	let [low, high] = [before, after];
	while (high - low > msPerMinute) {
		const middle = low + Math.floor((high - low) / msPerMinute / 2) * msPerMinute;
		if (minutesAt(middle) === minutesAt(after)) high = middle;
		else low = middle;
	}
	return high;
}
