import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A plain table in 13 px with 40 px rows; lists of the database use DataTable instead. */
export function Table({ className, ...props }: ComponentProps<"table">) {
	return <table className={cn("w-full border-separate border-spacing-0 text-sm", className)} {...props} />;
}

/** A column's head; `align="right"` for numbers. */
export function TableHead({ className, scope = "col", ...props }: ComponentProps<"th">) {
	return (
		<th
			scope={scope}
			className={cn(
				"h-8 whitespace-nowrap border-border border-b px-3 text-left font-medium text-muted text-xs",
				className,
			)}
			{...props}
		/>
	);
}

/** A row, 40 px high. */
export function TableRow({ className, ...props }: ComponentProps<"tr">) {
	return <tr className={cn("h-10 hover:bg-hover", className)} {...props} />;
}

/** A cell. */
export function TableCell({ className, ...props }: ComponentProps<"td">) {
	return <td className={cn("h-10 border-border border-b px-3 align-middle", className)} {...props} />;
}
