import type { ChartUnit } from "./types";

type Values = readonly (number | null)[];

export type Scale = {
	/** Where gridlines go, ascending; at most five. */
	ticks: number[];
	min: number;
	max: number;
};

export type ScaleOptions = {
	/** Keeps the ticks on whole numbers, for counts. */
	whole?: boolean;
	/** Values are minutes: ticks lie on whole quarters of an hour, hours and days as soon as they can. */
	clock?: boolean;
};

const factors = [1, 2, 2.5, 5];
const clockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];
const minutesPerDay = 1440;
const maximumTicks = 5;

/**
 * A scale that holds `min` to `max`, ends on its outer ticks and has at most five of them. Without a span, a scale of
 * one step is made, so nothing divides by zero.
 */
export function niceScale(
	min: number,
	max: number,
	{ whole = true, clock = false }: ScaleOptions = {},
): Scale {
	const low = Math.min(min, max);
	const high = low === max && low === min ? low + 1 : Math.max(min, max);
	const least = (high - low) / maximumTicks;
	const fits = (step: number) =>
		Math.ceil(high / step) - Math.floor(low / step) < maximumTicks && (!whole || Number.isInteger(step));
	const step = (clock ? clockStepsFrom(least) : decimalStepsFrom(least)).find(fits) ?? high - low;
	const first = Math.floor(low / step);
	const last = Math.ceil(high / step);
	const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
	return { ticks, min: tidy(first * step), max: tidy(last * step) };
}

/** 1, 2, 2.5 and 5 times the powers of ten, from that of `least` on; whole ones are among them at the latest from 1. */
function decimalStepsFrom(least: number): number[] {
	const lowest = Math.floor(Math.log10(least));
	const powers = Array.from({ length: Math.max(3, 3 - lowest) }, (_, index) => lowest + index);
	return powers.flatMap((power) => factors.map((factor) => factor * 10 ** power));
}

function clockStepsFrom(least: number): number[] {
	const days = decimalStepsFrom(Math.max(1, least / minutesPerDay)).filter(Number.isInteger);
	return [...clockSteps, ...days.map((step) => step * minutesPerDay)];
}

/** How figures of a unit are divided: shares anywhere, minutes as on a clock, the rest whole. */
export function scaleOptions(unit: ChartUnit = "number"): ScaleOptions {
	return { whole: unit !== "percent", clock: unit === "minutes" };
}

/** The scale of bars and areas: zero is always part of it. */
export function scaleFromZero(values: Values, options?: ScaleOptions): Scale {
	const [min, max] = extent(values);
	return niceScale(Math.min(0, min), Math.max(0, max), options);
}

/** The scale of a line: it may start above zero when the line moves little at its height. */
export function scaleAround(values: Values, options?: ScaleOptions): Scale {
	const [min, max] = extent(values);
	return min > 0 && (max - min) * 3 < max
		? niceScale(min, max, options)
		: niceScale(Math.min(0, min), max, options);
}

/** Smallest and largest known value; both 0 when nothing is known. */
export function extent(values: Values): [number, number] {
	const known = values.filter((value) => value !== null);
	return known.length === 0
		? [0, 0]
		: known.reduce<[number, number]>(
				([low, high], value) => [Math.min(low, value), Math.max(high, value)],
				[Infinity, -Infinity],
			);
}

/** Pixels from the top for a value, on a plot `height` pixels tall. */
export function yOf(value: number, scale: Scale, height: number): number {
	return round(height - ((value - scale.min) / (scale.max - scale.min)) * height);
}

/** How places lie on the horizontal axis: lines from edge to edge, bars in the middle of their slots. */
export type Spread = "edges" | "slots";

/** Percent from the left of place `index` of `count`. A single place is in the middle. */
export function xOf(index: number, count: number, spread: Spread): number {
	if (spread === "slots") {
		return round(((index + 0.5) / count) * 100);
	}
	return count < 2 ? 50 : round((index / (count - 1)) * 100);
}

/** The place nearest to a share (0 to 1) of the width. */
export function placeAt(share: number, count: number, spread: Spread): number {
	const place = spread === "slots" ? Math.floor(share * count) : Math.round(share * (count - 1));
	return Math.min(count - 1, Math.max(0, place));
}

/** Up to `limit` places that get a label: the first, then evenly spaced. */
export function labelledPlaces(count: number, limit: number): number[] {
	const stride = Math.max(1, Math.ceil(count / limit));
	return Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride);
}

/** The path of a line in a box 100 wide; unknown values break it. A lone point becomes a short dash. */
export function linePath(values: Values, scale: Scale, height: number): string {
	return runs(values)
		.map((run) => {
			const path = run.map(
				([index, value]) => `${xOf(index, values.length, "edges")} ${yOf(value, scale, height)}`,
			);
			return run.length === 1 ? `M${path[0]}h0.2` : `M${path.join("L")}`;
		})
		.join("");
}

/** Without the last value, which is not over yet. */
export function finishedValues(values: Values): Values {
	return values.map((value, index) => (index === values.length - 1 ? null : value));
}

/** Only the last value and the one that leads to it. */
export function lastStep(values: Values): Values {
	return values.map((value, index) => (index < values.length - 2 ? null : value));
}

/** The path of the area between a line and zero (or the scale's end nearest to it). */
export function areaPath(values: Values, scale: Scale, height: number): string {
	const ground = yOf(Math.min(Math.max(0, scale.min), scale.max), scale, height);
	return runs(values)
		.filter((run) => run.length > 1)
		.map((run) => {
			const xs = run.map(([index]) => xOf(index, values.length, "edges"));
			const path = run.map(([, value], place) => `${xs[place]} ${yOf(value, scale, height)}`);
			return `M${xs[0]} ${ground}L${path.join("L")}L${xs.at(-1)} ${ground}Z`;
		})
		.join("");
}

/**
 * Moves labels apart so that none covers another: those that would stand together around the middle of what they want,
 * `gap` apart, inside 0 to `height`. Answers in the order given.
 */
export function spreadLabels(wanted: readonly number[], gap: number, height: number): number[] {
	const order = wanted.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y);
	const groups: { top: number; size: number; labels: typeof order }[] = [];
	for (const label of order) {
		let group = { top: label.y, size: 1, labels: [label] };
		for (
			let above = groups.at(-1);
			above && above.top + above.size * gap > group.top;
			above = groups.at(-1)
		) {
			groups.pop();
			const labels = [...above.labels, ...group.labels];
			const middle = labels.reduce((sum, { y }, place) => sum + y - place * gap, 0) / labels.length;
			group = { top: within(middle, height - (labels.length - 1) * gap), size: labels.length, labels };
		}
		groups.push(group);
	}
	const placed = groups.flatMap(({ top, labels }) =>
		labels.map(({ index }, place) => ({ index, y: top + place * gap })),
	);
	return placed.toSorted((a, b) => a.index - b.index).map(({ y }) => y);
}

function within(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}

function runs(values: Values): [number, number][][] {
	const found: [number, number][][] = [];
	values.forEach((value, index) => {
		if (value === null) {
			return;
		}
		const open = index > 0 && values[index - 1] !== null ? found.at(-1) : undefined;
		if (open) {
			open.push([index, value]);
		} else {
			found.push([[index, value]]);
		}
	});
	return found;
}

/** Takes floating-point dust off ticks: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
	return Number(value.toPrecision(12));
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
