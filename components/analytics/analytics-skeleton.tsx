import { CardSkeleton, TabsSkeleton, TilesSkeleton } from "@/components/layout/outlines";
import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";
import { analyticsTabs } from "./tabs";

/** The outline of a tab of analytics: the frame with its controls, tiles, a course and rankings. */
export function AnalyticsSkeleton() {
	return (
		<LoadingState>
			<PageHeaderSkeleton />
			<TabsSkeleton count={analyticsTabs.length} />
			<Skeleton className="my-3 h-8 w-64 max-w-full" />
			<div className="flex flex-col gap-3">
				<TilesSkeleton count={4} />
				<CardSkeleton className="h-64" />
				<div className="grid gap-3 md:grid-cols-2">
					<CardSkeleton />
					<CardSkeleton />
				</div>
			</div>
		</LoadingState>
	);
}
