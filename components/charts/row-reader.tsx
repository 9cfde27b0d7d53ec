"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { keyTarget } from "./key-target";

export type RowReading = { name: string; figures: readonly { label: string; figure: string }[] };

type RowReaderProps = {
	title: string;
	/** One for each item of the list among the children, in its order. */
	readings: readonly RowReading[];
	/** A list of rows, which may hold links. */
	children: ReactNode;
};

type Row = { index: number; top: number; height: number };

/**
 * Reads the rows of a list with bars one by one: under the pointer, or, as a slider, with the arrow keys, Home and End.
 * It lies under the pointer's way, so that the links in the rows stay what they are. The list is complete without it.
 */
export function RowReader({ title, readings, children }: RowReaderProps) {
	const box = useRef<HTMLDivElement>(null);
	const [row, setRow] = useState<Row | null>(null);
	const last = readings.length - 1;
	const index = Math.min(row?.index ?? 0, last);
	const reading = row === null ? undefined : readings[index];
	const read = (wanted: number) => setRow(rowOf(rowsIn(box.current), wanted));
	const onPointerMove = ({ target }: PointerEvent) => {
		const item = target instanceof Element ? target.closest("li") : null;
		if (item) read(rowsIn(box.current).indexOf(item));
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const next = rowAfterKey(event.key, index, last);
		if (next === undefined) return;
		event.preventDefault();
		read(next);
	};
	return (
		<div ref={box} className="relative" onPointerMove={onPointerMove} onPointerLeave={() => setRow(null)}>
			<div
				role="slider"
				tabIndex={0}
				aria-orientation="vertical"
				aria-label={title}
				aria-valuemin={1}
				aria-valuemax={last + 1}
				aria-valuenow={index + 1}
				aria-valuetext={spoken(readings[index])}
				className="pointer-events-none absolute -inset-1 rounded-sm"
				onKeyDown={onKeyDown}
				onFocus={() => read(index)}
				onBlur={() => setRow(null)}
			/>
			{children}
			{row && reading && <Bubble row={row} reading={reading} />}
		</div>
	);
}

/** Stands below its row, so that the row itself can be read. */
function Bubble({ row: { top, height }, reading: { figures } }: { row: Row; reading: RowReading }) {
	return (
		<div data-no-picture aria-hidden="true">
			<span
				className="pointer-events-none absolute -inset-x-1 rounded-sm border border-field"
				style={{ top: top - 2, height: height + 4 }}
			/>
			<div
				className="pointer-events-none absolute right-0 z-10 w-max max-w-full rounded border bg-raised px-2.5 py-1.5 text-xs shadow-overlay"
				style={{ top: top + height + 4 }}
			>
				{figures.map(({ label, figure }) => (
					<p key={label} className="flex items-center gap-3">
						<span className="grow">{label}</span>
						<span className="font-medium">{figure}</span>
					</p>
				))}
			</div>
		</div>
	);
}

function rowsIn(box: HTMLElement | null): HTMLElement[] {
	return box === null ? [] : [...box.querySelectorAll("li")];
}

function rowOf(rows: readonly HTMLElement[], index: number): Row | null {
	const row = rows[index];
	return row ? { index, top: row.offsetTop, height: row.offsetHeight } : null;
}

function spoken(reading: RowReading | undefined): string {
	if (reading === undefined) return "";
	return `${reading.name}: ${reading.figures.map(({ label, figure }) => `${label} ${figure}`).join(", ")}`;
}

/** The row that a key leads to; undefined where the key means nothing here. */
export function rowAfterKey(key: string, index: number, last: number): number | undefined {
	const targets = {
		ArrowUp: index - 1,
		ArrowLeft: index - 1,
		ArrowDown: index + 1,
		ArrowRight: index + 1,
		Home: 0,
		End: last,
	};
	const target = keyTarget(key, targets);
	return target === undefined ? undefined : Math.min(last, Math.max(0, target));
}
