import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

/** The outline of one case. */
export function CaseSkeleton() {
	return (
		<LoadingState className="flex max-w-3xl flex-col gap-4">
			<PageHeaderSkeleton />
			<Skeleton className="h-7 w-48" />
			<Skeleton className="h-10 w-full" />
			<Skeleton className="h-40 w-2/3" />
			<Skeleton className="h-24 w-full" />
		</LoadingState>
	);
}
