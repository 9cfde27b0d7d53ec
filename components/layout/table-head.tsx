"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Column } from "@/components/layout/table-columns";
import { useUrlState } from "@/components/layout/use-url-state";
import { cn } from "@/lib/cn";

type TableHeadProps<Row> = {
	columns: Column<Row>[];
	/** The sort in force, as in `?sort=`; what the list does without one. */
	defaultSort?: string | undefined;
	/** The checkbox that selects all rows, when rows can be selected. */
	leading?: ReactNode;
};

/** The header that stays in view; a column that can be sorted by is a link, so that the order has an address. */
export function DataTableHead<Row>({ columns, defaultSort = "", leading }: TableHeadProps<Row>) {
	const url = useUrlState();
	const sort = url.get("sort") || defaultSort;
	return (
		<thead className="max-md:hidden">
			<tr>
				{leading ? (
					<th scope="col" className={cn(head, "w-10")}>
						{leading}
					</th>
				) : null}
				{columns.map((column) => {
					const order = sortOrder(column.sort, sort);
					return (
						<th
							key={column.id}
							scope="col"
							style={{ width: column.width }}
							aria-sort={order}
							className={cn(head, column.align === "right" && "text-right")}
						>
							{column.sort ? (
								<SortLink
									name={column.header}
									order={order}
									href={url.href({ sort: order === "descending" ? column.sort : `-${column.sort}` })}
								/>
							) : (
								column.header
							)}
						</th>
					);
				})}
			</tr>
		</thead>
	);
}

const head =
	"sticky top-(--topbar) z-20 h-8 truncate border-border border-b bg-background px-3 text-left font-medium text-muted text-xs";

type Order = "ascending" | "descending" | undefined;

function sortOrder(key: string | undefined, sort: string): Order {
	if (key === undefined) return undefined;
	return sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined;
}

function SortLink({ name, order, href }: { name: string; order: Order; href: string }) {
	const t = useTranslations("common.table");
	return (
		<Link
			href={href}
			scroll={false}
			prefetch={false}
			title={t("sortBy", { column: name })}
			className={cn("inline-flex items-center gap-1 hover:text-text", order && "text-text")}
		>
			{name}
			{order === "ascending" ? <ArrowUp aria-hidden className="size-3" /> : null}
			{order === "descending" ? <ArrowDown aria-hidden className="size-3" /> : null}
		</Link>
	);
}
