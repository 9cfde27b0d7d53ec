import { CardSkeleton, TilesSkeleton } from "@/components/layout/outlines";
import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";

/** The outline of the overview: tiles and what needs attention, then charts, then rankings. */
export function OverviewSkeleton() {
	return (
		<LoadingState>
			<PageHeaderSkeleton />
			<div className="flex flex-col gap-3">
				<div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_20rem]">
					<TilesSkeleton count={8} />
					<CardSkeleton className="h-40" />
				</div>
				<div className="grid gap-3 lg:grid-cols-2 xl:grid-cols-[4fr_3fr_3fr]">
					<CardSkeleton />
					<CardSkeleton />
					<CardSkeleton />
				</div>
				<div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
					<CardSkeleton />
					<CardSkeleton />
					<CardSkeleton />
				</div>
			</div>
		</LoadingState>
	);
}
