import { LinesSkeleton } from "@/components/layout/outlines";
import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

/** The outline of a weekly report: figures, the course of the week, lists. */
export function ReportSkeleton() {
	return (
		<LoadingState className="mx-auto flex max-w-3xl flex-col gap-6">
			<PageHeaderSkeleton />
			<LinesSkeleton count={7} />
			<Skeleton className="h-36" />
			<LinesSkeleton count={6} />
		</LoadingState>
	);
}
