import { useCaseColumns } from "@/components/cases/case-columns";
import { PageHeaderSkeleton } from "@/components/layout/states";
import { TableSkeleton } from "@/components/layout/table-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

/** The outline of the list of cases. */
export function CaseListSkeleton() {
	return (
		<>
			<PageHeaderSkeleton />
			<div className="flex h-8 items-center gap-2 pb-2">
				<Skeleton className="h-8 w-64" />
			</div>
			<TableSkeleton columns={useCaseColumns("", null)} />
		</>
	);
}
