import { places } from "@/components/layout/outlines";
import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

/** The outline of the list of servers. */
export function GuildPickerSkeleton() {
	return (
		<LoadingState className="mx-auto max-w-3xl">
			<PageHeaderSkeleton />
			<Skeleton className="mb-2 h-8 w-64" />
			<div className="delayed mt-4 divide-y divide-border rounded-lg border border-border bg-surface">
				{places(4).map((place) => (
					<div key={place} className="flex min-h-14 items-center gap-3 px-3 py-2">
						<Skeleton className="size-9 rounded-lg" />
						<div>
							<Skeleton className="w-40" />
							<Skeleton className="mt-1.5 w-24" />
						</div>
					</div>
				))}
			</div>
		</LoadingState>
	);
}
