"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, cellClass, rowClass } from "@/components/layout/table-columns";
import type { Selection } from "@/components/layout/use-selection";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";

type DataTableRowProps<Row> = {
	row: Row;
	id: string;
	columns: Column<Row>[];
	href: string | undefined;
	current: boolean;
	selection: Selection | undefined;
	/** It has just come in. */
	arrived?: boolean;
};

/** One row; the first cell's link covers all of it, other controls stand above that link. */
export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
	const { row, id, columns, href, current, selection, arrived } = props;
	const t = useTranslations("common.table");
	const selected = selection?.has(id);
	return (
		<tr
			className={cn(rowClass, arrived && "slide-in")}
			aria-current={current || undefined}
			aria-selected={selected}
		>
			{selection ? (
				<td className="relative z-10 md:h-10 md:border-border md:border-b md:px-3 md:align-middle">
					<Checkbox
						aria-label={t("selectRow")}
						checked={selected}
						onChange={(event) => selection.select(id, event.target.checked)}
					/>
				</td>
			) : null}
			{columns.map((column, index) => (
				<td key={column.id} className={cellClass(column, index)}>
					{column.phoneLabel ? <span className="md:hidden">{column.header}</span> : null}
					{index === 0 && href ? (
						<Link
							href={href}
							scroll={false}
							prefetch={false}
							data-row-link
							className="block truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
						>
							{column.cell(row)}
						</Link>
					) : (
						<div className="truncate [&:has(a,button)]:relative [&:has(a,button)]:z-10">
							{column.cell(row)}
						</div>
					)}
				</td>
			))}
		</tr>
	);
}
