import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { ChartFrame } from "@/components/charts/chart-frame";
import { exactFigure } from "@/components/charts/format";
import type { ChartUnit } from "@/components/charts/types";
import { useCsvAddress } from "@/components/charts/use-csv-address";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";

export type FigureColumn<R> = {
	key: string;
	label: string;
	unit?: ChartUnit;
	/** Null where nothing is known. */
	value?: (row: R) => number | null;
	/** The figures that stand for the column in the CSV; without them its value, and without that nothing. */
	figures?: readonly { label: string; value: (row: R) => number | null }[];
	/** What is shown instead of the plain figure. */
	cell?: (row: R) => ReactNode;
};

type FigureTableProps<R> = {
	title: string;
	summary: string;
	/** Heads the first column. */
	nameLabel: string;
	/** One name a row: the key, and what stands in the CSV. */
	name: (row: R) => string;
	/** The name as it is shown; the plain one otherwise. */
	label?: (row: R) => ReactNode;
	columns: readonly FigureColumn<R>[];
	rows: readonly R[];
};

/** Figures of several things, a row each; on a phone two lines each. */
export function FigureTable<R>(props: FigureTableProps<R>) {
	const { title, summary, nameLabel, name, columns, rows } = props;
	const csvFor = useCsvAddress();
	const counted = columns.flatMap(({ label, value, figures = value ? [{ label, value }] : [] }) => figures);
	const csv = csvFor(
		rows.map((row) => ({ key: name(row), label: name(row), tick: name(row) })),
		counted.map(({ label, value }) => ({ key: label, label, values: rows.map(value) })),
		nameLabel,
	);
	return (
		<ChartCard>
			<ChartFrame title={title} summary={summary} csv={csv} empty={rows.length === 0}>
				<Wide {...props} />
				<Narrow {...props} />
			</ChartFrame>
		</ChartCard>
	);
}

function Wide<R>({ title, nameLabel, name, label = name, columns, rows }: FigureTableProps<R>) {
	const figure = useFigure<R>();
	return (
		<Table className="max-md:hidden">
			<caption className="sr-only">{title}</caption>
			<thead>
				<tr>
					<TableHead className="pl-0">{nameLabel}</TableHead>
					{columns.map((column) => (
						<TableHead key={column.key} className="text-right last:pr-0">
							{column.label}
						</TableHead>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<TableRow key={name(row)}>
						<th scope="row" className="max-w-72 truncate border-border border-b pr-3 text-left font-normal">
							{label(row)}
						</th>
						{columns.map((column) => (
							<TableCell key={column.key} className="whitespace-nowrap text-right last:pr-0">
								{figure(column, row)}
							</TableCell>
						))}
					</TableRow>
				))}
			</tbody>
		</Table>
	);
}

function Narrow<R>({ name, label = name, columns, rows }: FigureTableProps<R>) {
	const figure = useFigure<R>();
	return (
		<ul className="md:hidden">
			{rows.map((row) => (
				<li key={name(row)} className="border-border border-b py-2 text-sm last:border-b-0">
					<div className="truncate">{label(row)}</div>
					<dl className="flex flex-wrap gap-x-3 text-muted text-xs">
						{columns.map((column) => (
							<div key={column.key} className="flex gap-1">
								<dt>{column.label}</dt>
								<dd className="text-text">{figure(column, row)}</dd>
							</div>
						))}
					</dl>
				</li>
			))}
		</ul>
	);
}

/** How a column shows a row. */
function useFigure<R>() {
	const locale = useLocale();
	return ({ cell, value, unit = "number" }: FigureColumn<R>, row: R): ReactNode => {
		if (cell) return cell(row);
		const known = value?.(row) ?? null;
		return known === null
			? "–"
			: exactFigure(unit === "milliseconds" ? Math.round(known) : known, unit, locale);
	};
}
