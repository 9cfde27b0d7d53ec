import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
	return (
		<LoadingState>
			<PageHeaderSkeleton />
			<Skeleton className="h-96" />
			<Skeleton className="mt-6 h-64" />
		</LoadingState>
	);
}
