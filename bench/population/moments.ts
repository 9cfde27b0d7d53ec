import { aliasTable, type Draw } from "./draw";
import type { Shape } from "./shape";

const HOUR = 3_600_000;

/** A stretch of the history: one month of the calendar (UTC), or what of it lies inside. */
export type Month = { begin: number; end: number; count: number };

/** How much happens in an hour: quiet nights, busier weekends, a little more each month. */
function hourWeight(at: number, { begin, end }: Shape): number {
	const moment = new Date(at);
	const day = 1.1 + Math.sin(((moment.getUTCHours() - 10) / 24) * 2 * Math.PI);
	const weekend = moment.getUTCDay() % 6 === 0 ? 1.3 : 1;
	return day * weekend * (1 + (at - begin) / (end - begin));
}

/** Deals `total` things out over the months. */
export function months(shape: Shape, total: number): Month[] {
	const parts: (Month & { weight: number })[] = [];
	for (let begin = shape.begin; begin < shape.end; ) {
		const at = new Date(begin);
		const end = Math.min(shape.end, Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
		parts.push({ begin, end, count: 0, weight: 0 });
		begin = end;
	}
	for (const part of parts) {
		for (let hour = part.begin; hour < part.end; hour += HOUR) part.weight += hourWeight(hour, shape);
	}
	const weight = parts.reduce((sum, part) => sum + part.weight, 0);
	let dealt = 0;
	let passed = 0;
	return parts.map((part) => {
		passed += part.weight;
		const count = Math.round((passed / weight) * total) - dealt;
		dealt += count;
		return { begin: part.begin, end: part.end, count };
	});
}

/** Exactly `count` moments of a month in order of time, as Unix milliseconds. */
export function* moments(shape: Shape, { begin, end, count }: Month, draw: Draw): Generator<number> {
	const hours = Array.from({ length: Math.ceil((end - begin) / HOUR) }, (_, index) => begin + index * HOUR);
	const pick = aliasTable(hours.map((hour) => hourWeight(hour, shape)));
	const inHour = new Int32Array(hours.length);
	for (let drawn = 0; drawn < count; drawn++) {
		const hour = pick(draw);
		inHour[hour] = (inHour[hour] ?? 0) + 1;
	}
	for (const [index, hour] of hours.entries()) {
		const things = inHour[index] ?? 0;
		const step = Math.min(HOUR, end - hour) / Math.max(1, things);
		for (let place = 0; place < things; place++) yield Math.floor(hour + (place + draw()) * step);
	}
}
