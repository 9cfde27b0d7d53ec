import { tzOffset } from "@date-fns/tz";
import type { Random } from "../random";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How busy each local hour is, midnight first. */
const HOURS = [9, 6, 4, 2, 2, 2, 4, 8, 14, 19, 22, 24, 28, 27, 26, 28, 33, 41, 52, 63, 72, 70, 51, 24];
/** How busy each weekday is, Sunday first. */
const WEEKDAYS = [1.3, 0.86, 0.84, 0.9, 0.95, 1.12, 1.34];

/** How busy an hour of a community's week is, relative to others. `hour` is its start in Unix milliseconds. */
export function busyness(hour: number, timeZone: string): number {
	const local = new Date(hour + tzOffset(timeZone, new Date(hour)) * 60_000);
	const weekday = local.getUTCDay();
	const base = (HOURS[local.getUTCHours()] ?? 0) * (WEEKDAYS[weekday] ?? 1);
	// The monthly jam takes the first weekend of the month.
	const jam = local.getUTCDate() <= 7 && (weekday === 0 || weekday === 6) ? 1.75 : 1;
	return base * jam;
}

export type HourOfActivity = { start: number; count: number };

/**
 * Spreads `total` things over the hours from `start` to `end` (Unix milliseconds): week rhythm, growth, and weather
 * that differs from day to day. The counts add up to exactly `total`.
 */
export function spreadOverHours(
	random: Random,
	{
		start,
		end,
		total,
		timeZone,
		growth,
	}: { start: number; end: number; total: number; timeZone: string; growth: number },
): HourOfActivity[] {
	const weights: number[] = [];
	let mood = 1;
	for (let hour = start; hour < end; hour += HOUR) {
		if ((hour - start) % DAY === 0) mood = random.logNormal(1, 0.16);
		const trend = 1 + (growth - 1) * ((hour - start) / (end - start));
		weights.push(busyness(hour, timeZone) * trend * mood * random.logNormal(1, 0.28));
	}
	const sum = weights.reduce((one, other) => one + other, 0);
	let reached = 0;
	let given = 0;
	return weights.map((weight, index) => {
		reached += weight;
		const upTo = index === weights.length - 1 ? total : Math.round((reached / sum) * total);
		const count = upTo - given;
		given = upTo;
		return { start: start + index * HOUR, count };
	});
}

/** `count` moments between `start` and `end` that follow the week's rhythm, in order. */
export function moments(
	random: Random,
	span: { start: number; end: number; total: number; timeZone: string; growth: number },
): number[] {
	return spreadOverHours(random, span)
		.flatMap((hour) =>
			Array.from({ length: hour.count }, () =>
				Math.min(hour.start + Math.floor(random.next() * HOUR), span.end - 1000),
			),
		)
		.sort((one, other) => one - other);
}
