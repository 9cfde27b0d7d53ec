import { LoadingState } from "@/components/layout/states";
import { bodyClass, type Column, cellClass, rowClass, tableClass } from "@/components/layout/table-columns";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";

const widths = ["w-40", "w-24", "w-28", "w-16", "w-20"];

/** The outline of a list that is on its way, from the list's own columns. */
export function TableSkeleton<Row>({ columns, rows = 18 }: { columns: Column<Row>[]; rows?: number }) {
	return (
		<LoadingState>
			<table className={cn(tableClass, "delayed")} aria-hidden>
				<thead className="max-md:hidden">
					<tr>
						{columns.map((column) => (
							<th
								key={column.id}
								style={{ width: column.width }}
								className="h-8 border-border border-b px-3 text-left font-medium text-muted text-xs"
							>
								{column.header}
							</th>
						))}
					</tr>
				</thead>
				<tbody className={bodyClass}>
					{Array.from({ length: rows }, (_, row) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the rows of an outline are all alike
						<tr key={row} className={rowClass}>
							{columns.map((column, index) => (
								<td key={column.id} className={cellClass(column, index)}>
									<Skeleton
										className={cn("inline-block max-w-full", widths[(row + index) % widths.length])}
									/>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</LoadingState>
	);
}
