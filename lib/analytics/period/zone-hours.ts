import { tzOffset } from "@date-fns/tz";

/** By how many hours a zone's clock is ahead of UTC, and since when. */
export type ZoneHours = {
	/** ISO instants, oldest first: the beginning of the stretch, and each change in it. */
	since: string[];
	/** As many full hours; where a zone is ahead by a part of an hour, or behind by one, those before it. */
	ahead: number[];
};

const msPerMinute = 60_000;
/** Clocks are not set twice within less than this: the shortest there has been is a month of fasting. */
const step = 14 * 24 * 60 * msPerMinute;
const firstMonday = Date.UTC(1970, 0, 5);

/**
 * Where the clocks of a zone stand in a stretch of time: its hours are those of UTC, moved.
 * @param stretch ISO instants, on full minutes
 */
export function zoneHours(timeZone: string, { from, to }: { from: string; to: string }): ZoneHours {
	const minutesAt = (time: number) => tzOffset(timeZone, new Date(time));
	const [first, end] = [Date.parse(from), Date.parse(to)];
	const changes = [{ at: first, minutes: minutesAt(first) }];
	for (let time = first, before = minutesAt(first); time < end; ) {
		const next = Math.min(end, time + step);
		const minutes = minutesAt(next);
		if (minutes !== before) changes.push({ at: changeBetween(minutesAt, time, next), minutes });
		[time, before] = [next, minutes];
	}
	return {
		since: changes.map(({ at }) => new Date(at).toISOString()),
		ahead: changes.map(({ minutes }) => Math.floor(minutes / 60)),
	};
}

/** A stretch of time in which a zone's clock is not set: ISO instants, `to` not included. */
type ClockStretch = {
	from: string;
	to: string;
	/** A Monday's midnight on the clock as it is then, by full hours. */
	monday: string;
};

/** A stretch of time, taken apart where the clocks of a zone are set; oldest first. */
export function clockStretches(timeZone: string, { from, to }: { from: string; to: string }): ClockStretch[] {
	const { since, ahead } = zoneHours(timeZone, { from, to });
	return since.map((first, index) => ({
		from: first,
		to: since[index + 1] ?? to,
		monday: new Date(firstMonday - (ahead[index] ?? 0) * 60 * msPerMinute).toISOString(),
	}));
}

/** The first minute at which it is as late as at `after`, and not as at `before`. */
function changeBetween(minutesAt: (time: number) => number, before: number, after: number): number {
	const then = minutesAt(after);
	let [low, high] = [before, after];
	while (high - low > msPerMinute) {
		const middle = low + Math.floor((high - low) / msPerMinute / 2) * msPerMinute;
		if (minutesAt(middle) === then) high = middle;
		else low = middle;
	}
	return high;
}
