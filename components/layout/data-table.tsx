"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { NewRows } from "@/components/layout/live/new-rows";
import { type Live, useLiveList } from "@/components/layout/live/use-live-list";
import { LoadOlder } from "@/components/layout/load-older";
import { bodyClass, type Column, tableClass } from "@/components/layout/table-columns";
import { DataTableHead } from "@/components/layout/table-head";
import { DataTableRow } from "@/components/layout/table-row";
import { useRowKeys } from "@/components/layout/use-row-keys";
import { type Selection, useSelection } from "@/components/layout/use-selection";
import { Checkbox } from "@/components/ui/checkbox";
import type { Page, PagedQuery } from "@/lib/api/paged-query";

export type DataTableProps<Row> = {
	/** What the list holds, for screen readers. */
	label: string;
	columns: Column<Row>[];
	/** The first page, read on the server. */
	first: Page<Row>;
	/** How older rows are read; made with `pagedQuery`, its key carries every filter. */
	query: PagedQuery<Row>;
	rowKey: (row: Row) => string;
	/** The row's own address; rows without one are not links. */
	rowHref?: (row: Row) => string;
	/** The row whose panel is open. */
	currentKey?: string | undefined;
	defaultSort?: string;
	/** Shown instead of the table when there is nothing. */
	empty: ReactNode;
	/** Gives every row a checkbox; draws the bar of what can be done with the chosen ones. */
	bulk?: (selection: Selection) => ReactNode;
	/** Follows what is written meanwhile; for lists that are sorted newest first. */
	live?: Live;
};

/**
 * A list of the database: first page from the server, older ones by scrolling, header in view, `j`/`k`/Enter, two
 * lines a row on a phone. Pages stay in the cache, so that going back finds the same rows at the same height.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
	const { label, columns, first, query, rowKey, rowHref, currentKey, defaultSort, empty, bulk, live } = props;
	const t = useTranslations("common.table");
	const table = useRef<HTMLTableElement>(null);
	useRowKeys(table);
	const list = useInfiniteQuery({ ...query, initialData: { pages: [first], pageParams: [null] } });
	const rows = list.data.pages.flatMap((page) => page.items);
	const selection = useSelection(rows.map(rowKey));
	const news = useLiveList({ live, query, rowKey, mayMove: () => mayMove(table.current) });
	function showNews(): void {
		news.show();
		window.scrollTo({ top: 0 });
		table.current?.querySelector<HTMLElement>("a[data-row-link]")?.focus({ preventScroll: true });
	}
	if (rows.length === 0) return empty;
	return (
		<>
			{bulk && selection.ids.length > 0 ? bulk(selection) : null}
			{live ? <NewRows waiting={news.waiting} arrived={news.arrived.size} onShow={showNews} /> : null}
			<table ref={table} aria-label={label} className={tableClass}>
				<DataTableHead
					columns={columns}
					defaultSort={defaultSort}
					leading={
						bulk ? (
							<Checkbox
								aria-label={t("selectAll")}
								checked={selection.all}
								onChange={(event) => selection.selectAll(event.target.checked)}
							/>
						) : undefined
					}
				/>
				<tbody className={bodyClass}>
					{rows.map((row) => (
						<DataTableRow
							key={rowKey(row)}
							row={row}
							id={rowKey(row)}
							columns={columns}
							href={rowHref?.(row)}
							current={currentKey === rowKey(row)}
							selection={bulk ? selection : undefined}
							arrived={news.arrived.has(rowKey(row))}
						/>
					))}
				</tbody>
			</table>
			<LoadOlder list={list} />
		</>
	);
}

/** Rows move down only where nobody reads, points or works: at the top, with neither pointer nor focus in the list. */
function mayMove(table: HTMLElement | null): boolean {
	if (table === null) return true;
	return window.scrollY < 8 && table.querySelector("tbody:hover, tbody:focus-within") === null;
}
