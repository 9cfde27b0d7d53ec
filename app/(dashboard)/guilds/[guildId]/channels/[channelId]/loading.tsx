import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
	return (
		<LoadingState>
			<PageHeaderSkeleton />
			<div className="delayed flex flex-col gap-4 md:flex-row">
				<Skeleton className="h-72 shrink-0 md:w-72" />
				<Skeleton className="h-96 flex-1" />
			</div>
		</LoadingState>
	);
}
