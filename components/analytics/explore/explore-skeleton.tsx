import { CardSkeleton, LinesSkeleton } from "@/components/layout/outlines";
import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";

/** The outline of Explore: the choices on the left, and the chart. */
export function ExploreSkeleton() {
	return (
		<LoadingState>
			<PageHeaderSkeleton />
			<div className="grid items-start gap-3 lg:grid-cols-[17rem_minmax(0,1fr)]">
				<div className="delayed rounded-lg border border-border bg-surface p-4">
					<LinesSkeleton count={8} />
				</div>
				<CardSkeleton className="h-80" />
			</div>
		</LoadingState>
	);
}
