"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { placeAt, type Spread, xOf } from "./scale";

export type Readings = {
	/** A label a place: "Friday, 21 November". */
	labels: readonly string[];
	/** A series each, with its figure at every place. */
	rows: readonly { label: string; colour: string; figures: readonly string[] }[];
};

type ChartCursorProps = { title: string; readings: Readings; spread: Spread };

/**
 * The hairline that reads all series at one place. It is a slider: pointer, touch and the arrow keys move it
 * (Home, End and the page keys too), and its value is read out. The chart is complete without it.
 */
export function ChartCursor({ title, readings, spread }: ChartCursorProps) {
	const [index, setIndex] = useState<number | null>(null);
	const count = readings.labels.length;
	const follow = (event: PointerEvent<HTMLDivElement>) => {
		const { left, width } = event.currentTarget.getBoundingClientRect();
		setIndex(placeAt((event.clientX - left) / width, count, spread));
	};
	const step = (event: KeyboardEvent) => {
		const next = moved(event.key, index, count);
		if (next !== undefined) {
			event.preventDefault();
			setIndex(next);
		}
	};
	return (
		<div
			role="slider"
			tabIndex={0}
			aria-label={title}
			aria-valuemin={1}
			aria-valuemax={count}
			aria-valuenow={(index ?? count - 1) + 1}
			aria-valuetext={spoken(readings, index ?? count - 1)}
			className="absolute inset-x-0 top-0 bottom-6 cursor-crosshair touch-pan-y rounded-sm"
			onPointerMove={follow}
			onPointerDown={follow}
			onPointerLeave={() => setIndex(null)}
			onFocus={() => setIndex((current) => current ?? count - 1)}
			onBlur={() => setIndex(null)}
			onKeyDown={step}
		>
			{index !== null && <Reading readings={readings} index={index} x={xOf(index, count, spread)} />}
		</div>
	);
}

function Reading({ readings, index, x }: { readings: Readings; index: number; x: number }) {
	const isRight = x > 50;
	return (
		<>
			<span className="pointer-events-none absolute inset-y-0 w-px bg-field" style={{ left: `${x}%` }} />
			<div
				className="pointer-events-none absolute top-0 z-10 w-max max-w-[min(16rem,80%)] rounded border bg-raised px-2.5 py-1.5 text-xs shadow-overlay"
				style={isRight ? { right: `calc(${100 - x}% + 8px)` } : { left: `calc(${x}% + 8px)` }}
			>
				<p className="mb-1 text-muted">{readings.labels[index]}</p>
				{readings.rows.map((row) => (
					<p key={row.label} className="flex items-center gap-2">
						<svg width="8" height="8" aria-hidden="true" className="shrink-0">
							<rect width="8" height="8" rx="2" fill={row.colour} />
						</svg>
						<span className="grow">{row.label}</span>
						<span className="pl-3 font-medium">{row.figures[index]}</span>
					</p>
				))}
			</div>
		</>
	);
}

function spoken({ labels, rows }: Readings, index: number): string {
	return `${labels[index] ?? ""}: ${rows.map(({ label, figures }) => `${label} ${figures[index]}`).join(", ")}`;
}

function moved(key: string, from: number | null, count: number): number | undefined {
	const index = from ?? count - 1;
	const page = Math.max(1, Math.round(count / 10));
	const targets: Record<string, number> = {
		ArrowLeft: index - 1,
		ArrowDown: index - 1,
		ArrowRight: index + 1,
		ArrowUp: index + 1,
		PageDown: index - page,
		PageUp: index + page,
		Home: 0,
		End: count - 1,
	};
	const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
	return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}
