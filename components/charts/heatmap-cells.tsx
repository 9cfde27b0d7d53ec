"use client";

import { type KeyboardEvent, useState } from "react";
import { keyTarget } from "./key-target";

type HeatmapCellsProps = {
	title: string;
	/** Seven short names, one a row. */
	days: readonly string[];
	/** 168 shares of the largest value, row by row. */
	shares: readonly number[];
	/** What each cell says. */
	readings: readonly string[];
};

const rowHeight = 22;
const dayWidth = 36;
const labelledHours = [0, 6, 12, 18];

/** The cells of a weekday-by-hour map; complete without a script, which adds the reading under the pointer or cursor. */
export function HeatmapCells({ title, days, shares, readings }: HeatmapCellsProps) {
	const [cell, setCell] = useState<number | null>(null);
	const current = cell ?? 0;
	const step = (event: KeyboardEvent) => {
		const next = neighbour(event.key, current);
		if (next !== undefined) {
			event.preventDefault();
			setCell(next);
		}
	};
	return (
		<div>
			<div className="flex">
				<DayNames days={days} />
				<div
					role="slider"
					tabIndex={0}
					aria-label={title}
					aria-valuemin={1}
					aria-valuemax={shares.length}
					aria-valuenow={current + 1}
					aria-valuetext={readings[current] ?? ""}
					className="min-w-0 grow rounded-sm"
					onKeyDown={step}
					onFocus={() => setCell((held) => held ?? 0)}
					onBlur={() => setCell(null)}
					onPointerLeave={() => setCell(null)}
				>
					<svg width="100%" height={rowHeight * 7 + 20} aria-hidden="true" className="block overflow-visible">
						{shares.map((share, index) => (
							<Cell
								// biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the week
								key={index}
								index={index}
								share={share}
								isCurrent={index === cell}
								onPoint={setCell}
							/>
						))}
						<HourNames />
					</svg>
				</div>
			</div>
			<p className="min-h-4 text-muted text-xs" aria-hidden="true">
				{cell === null ? "" : readings[cell]}
			</p>
		</div>
	);
}

function DayNames({ days }: { days: readonly string[] }) {
	return (
		<svg width={dayWidth} height={rowHeight * 7 + 20} aria-hidden="true" className="shrink-0">
			{days.map((day, row) => (
				<text key={day} x="0" y={row * rowHeight + 15} className="fill-muted text-xs">
					{day}
				</text>
			))}
		</svg>
	);
}

function HourNames() {
	return labelledHours.map((hour) => (
		<text key={hour} x={`${(hour / 24) * 100}%`} y={rowHeight * 7 + 15} className="fill-muted text-xs">
			{`${String(hour).padStart(2, "0")}:00`}
		</text>
	));
}

type CellProps = { index: number; share: number; isCurrent: boolean; onPoint: (index: number) => void };

function Cell({ index, share, isCurrent, onPoint }: CellProps) {
	const row = Math.floor(index / 24);
	return (
		<rect
			x={`${((index % 24) / 24) * 100 + 0.2}%`}
			width={`${100 / 24 - 0.4}%`}
			y={row * rowHeight + 1}
			height={rowHeight - 2}
			rx="2"
			fill={share === 0 ? "var(--chart-grid)" : "var(--chart-1)"}
			fillOpacity={share === 0 ? 1 : 0.15 + 0.85 * share}
			className={isCurrent ? "stroke-text" : ""}
			strokeWidth={isCurrent ? 2 : 0}
			onPointerEnter={() => onPoint(index)}
			onPointerDown={() => onPoint(index)}
		/>
	);
}

function neighbour(key: string, index: number): number | undefined {
	const targets = {
		ArrowLeft: index - 1,
		ArrowRight: index + 1,
		ArrowUp: index - 24,
		ArrowDown: index + 24,
		Home: index - (index % 24),
		End: index - (index % 24) + 23,
	};
	const target = keyTarget(key, targets);
	return target === undefined || target < 0 || target > 167 ? undefined : target;
}
