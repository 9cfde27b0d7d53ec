"use client";

import { useId } from "react";
import { Band, Reading, stretchLabel } from "./cursor-reading";
import { stretchOf } from "./mark";
import { type Spread, xOf } from "./scale";
import { type Brush, useChartMark } from "./use-chart-mark";

export type Readings = {
	/** A label a place: "Friday, 21 November". */
	labels: readonly string[];
	/** A series each, with its figure at every place. */
	rows: readonly { label: string; colour: string; figures: readonly string[] }[];
};

export type ChartCursorProps = { title: string; readings: Readings; spread: Spread; brush?: Brush };

/**
 * The hairline that reads all series at one place. It is a slider: pointer, touch and the arrow keys move it
 * (Home, End and the page keys too), and its value is read out. With a brush, dragging, or Shift with those keys, marks
 * a stretch of places; letting go or Enter asks for it, Escape drops it. The chart is complete without it.
 */
export function ChartCursor({ title, readings, spread, brush }: ChartCursorProps) {
	const hint = useId();
	const { mark, listeners } = useChartMark(readings.labels, spread, brush);
	const count = readings.labels.length;
	const index = mark.index ?? count - 1;
	const marked = stretchOf(mark);
	return (
		<div
			role="slider"
			tabIndex={0}
			aria-label={title}
			aria-valuemin={1}
			aria-valuemax={count}
			aria-valuenow={index + 1}
			aria-valuetext={marked ? stretchLabel(readings, marked) : spoken(readings, index)}
			aria-describedby={brush && hint}
			aria-busy={brush?.isPending}
			data-no-picture
			className="absolute inset-x-0 top-0 bottom-6 cursor-crosshair touch-pan-y select-none rounded-sm aria-busy:cursor-progress"
			{...listeners}
		>
			{marked && <Band marked={marked} count={count} spread={spread} />}
			{mark.index !== null && (
				<Reading readings={readings} index={index} x={xOf(index, count, spread)} marked={marked} />
			)}
			{brush && (
				<span id={hint} hidden>
					{brush.hint}
				</span>
			)}
		</div>
	);
}

function spoken({ labels, rows }: Readings, index: number): string {
	return `${labels[index] ?? ""}: ${rows.map(({ label, figures }) => `${label} ${figures[index]}`).join(", ")}`;
}
