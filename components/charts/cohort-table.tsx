"use client";

import { type FocusEvent, type KeyboardEvent, type PointerEvent, useState } from "react";
import { movedCell, shades } from "./cohort-cells";

export type CohortRow = {
	key: string;
	label: string;
	size: string;
	/** A week each; null where it is not over. */
	cells: readonly ({ share: string; shade: number; reading: string } | null)[];
};

type CohortTableProps = {
	title: string;
	words: { joined: string; size: string; weeksAfter: string };
	/** "Week 0", "Week 1" … */
	weeks: readonly string[];
	rows: readonly CohortRow[];
	everyone: { label: string; size: string; shares: readonly string[] };
};

const head = "h-7 px-1 font-normal text-muted";
const first = "sticky left-0 bg-surface pr-2 pl-0 text-left font-normal";

/**
 * The cohorts as a grid that scrolls sideways in its own box. Without a script it is a table; with one, the pointer and
 * the arrow keys read its cells.
 */
export function CohortTable({ title, words, weeks, rows, everyone }: CohortTableProps) {
	const [current, setCurrent] = useState({ row: 0, week: 0 });
	const [isRead, setRead] = useState(false);
	const read = ({ target }: PointerEvent | FocusEvent) => {
		const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
		if (!cell) return;
		setCurrent({ row: Number(cell.dataset.row), week: Number(cell.dataset.week) });
		setRead(true);
	};
	const step = (event: KeyboardEvent<HTMLElement>) => {
		const { row, week } = movedCell(event.key, current, rows);
		const cell = event.currentTarget.querySelector<HTMLElement>(`[data-row="${row}"][data-week="${week}"]`);
		if (!cell || (row === current.row && week === current.week)) return;
		event.preventDefault();
		cell.focus();
	};
	const drop = () => setRead(false);
	return (
		<>
			<div data-scrolls className="overflow-x-auto pb-1">
				<table
					// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA has a table whose cells are walked as a grid
					role="grid"
					aria-label={title}
					aria-readonly
					className="w-full border-separate border-spacing-px text-xs"
					onPointerOver={read}
					onPointerLeave={drop}
					onFocus={read}
					onBlur={drop}
					onKeyDown={step}
				>
					<Head words={words} weeks={weeks} />
					<tbody>
						{rows.map((row, index) => (
							<Row key={row.key} row={row} index={index} current={current} />
						))}
					</tbody>
					<Everyone {...everyone} />
				</table>
			</div>
			<p className="min-h-4 text-muted text-xs" aria-hidden="true" data-no-picture>
				{isRead ? rows[current.row]?.cells[current.week]?.reading : ""}
			</p>
		</>
	);
}

function Head({ words, weeks }: Pick<CohortTableProps, "words" | "weeks">) {
	return (
		<thead>
			<tr>
				<th scope="col" rowSpan={2} className={`${head} ${first} min-w-20 align-bottom`}>
					{words.joined}
				</th>
				<th scope="col" rowSpan={2} className={`${head} pr-2 text-right align-bottom`}>
					{words.size}
				</th>
				<th scope="colgroup" colSpan={weeks.length} className={`${head} whitespace-nowrap text-left`}>
					{words.weeksAfter}
				</th>
			</tr>
			<tr>
				{weeks.map((name, week) => (
					<th key={name} scope="col" aria-label={name} className={`${head} min-w-10 text-center`}>
						{week}
					</th>
				))}
			</tr>
		</thead>
	);
}

type RowProps = { row: CohortRow; index: number; current: { row: number; week: number } };

function Row({ row: { label, size, cells }, index, current }: RowProps) {
	return (
		<tr>
			<th scope="row" className={`${first} h-7 whitespace-nowrap`}>
				{label}
			</th>
			<td className="pr-2 text-right text-muted">{size}</td>
			{cells.map((cell, week) =>
				cell ? (
					<td
						// biome-ignore lint/suspicious/noArrayIndexKey: a cell is its week
						key={week}
						data-row={index}
						data-week={week}
						tabIndex={index === current.row && week === current.week ? 0 : -1}
						aria-label={cell.reading}
						className={`rounded-sm text-center hover:outline-2 hover:outline-text ${shades[cell.shade]}`}
					>
						{cell.share}
					</td>
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: a cell is its week
					<td key={week} />
				),
			)}
		</tr>
	);
}

function Everyone({ label, size, shares }: CohortTableProps["everyone"]) {
	return (
		<tfoot className="font-medium">
			<tr>
				<th scope="row" className={`${first} h-7 font-medium`}>
					{label}
				</th>
				<td className="pr-2 text-right">{size}</td>
				{shares.map((share, week) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a cell is its week
					<td key={week} className="text-center">
						{share}
					</td>
				))}
			</tr>
		</tfoot>
	);
}
