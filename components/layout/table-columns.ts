import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A column of a list; the same definition draws the table, the phone's two lines and the skeleton. */
export type Column<Row> = {
	id: string;
	header: string;
	/** The first column's content becomes the row's link: nothing in it may be a control of its own. */
	cell: (row: Row) => ReactNode;
	/** Numbers stand on the right. */
	align?: "right";
	/** CSS width; without one the column shares what is left. */
	width?: string;
	/**
	 * Where it goes on a phone: `title` opens the first line (the first column by default), `aside` closes it,
	 * `detail` (the default) follows on the second line, and `line` fills what is left of it, cut where it ends. `none`
	 * is for what another column's cell says there.
	 */
	phone?: "title" | "aside" | "detail" | "line" | "none";
	/** Puts the header in front of the value on a phone, for values that do not explain themselves. */
	phoneLabel?: boolean;
	/** The value of `?sort=` that sorts by this column; descending is the same with a minus in front. */
	sort?: string;
};

/** How a cell of this column is placed in the row, at both widths. */
export function cellClass<Row>(column: Column<Row>, index: number): string {
	const phone = column.phone ?? (index === 0 ? "title" : "detail");
	return cn(
		"min-w-0 text-sm md:h-10 md:border-border md:border-b md:px-3 md:align-middle md:[&>*]:align-middle",
		column.align === "right" && "md:text-right",
		phone === "title" && "max-md:order-1 max-md:flex-1 max-md:overflow-hidden",
		phone === "aside" && "max-md:order-1 max-md:shrink-0 max-md:text-muted max-md:text-xs",
		phone === "none" && "max-md:hidden",
		phone === "line" &&
			"max-md:order-3 max-md:flex-1 max-md:basis-0 max-md:overflow-hidden max-md:text-muted max-md:text-xs max-md:has-[>div:empty]:hidden",
		phone === "detail" &&
			"max-md:order-3 max-md:flex max-md:max-w-full max-md:items-center max-md:gap-1 max-md:text-muted max-md:text-xs max-md:has-[>div:empty]:hidden",
	);
}

/** A row: 40 px on a desktop, two lines on a phone, where the break is an element of its own. */
export const rowClass =
	"relative hover:bg-hover focus-within:bg-hover aria-[current]:bg-selected aria-selected:bg-selected max-md:flex max-md:min-h-14 max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-0.5 max-md:border-border max-md:border-b max-md:px-3 max-md:py-2 max-md:after:order-2 max-md:after:basis-full max-md:after:content-['']";

export const tableClass = "w-full border-separate border-spacing-0 text-sm max-md:block md:table-fixed";
export const bodyClass = "max-md:block";
