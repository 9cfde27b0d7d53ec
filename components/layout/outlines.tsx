import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";

/** So many places in a list of outlines, which never changes its order. */
export function places(count: number): number[] {
	return Array.from({ length: count }, (_, place) => place);
}

/** The outline of a card: its title, and an area as high as `className` says. */
export function CardSkeleton({ className }: { className?: string }) {
	return (
		<div className="delayed min-w-0 rounded-lg border border-border bg-surface p-4">
			<Skeleton className="w-32" />
			<Skeleton className={cn("mt-3 h-48", className)} />
		</div>
	);
}

/** The outline of short lines below each other, such as facts or entries. */
function LinesSkeleton({ count, className }: { count: number; className?: string }) {
	return (
		<div className={cn("flex flex-col gap-4", className)}>
			{places(count).map((place) => (
				<Skeleton key={place} className={place % 2 === 0 ? "w-2/3" : "w-1/2"} />
			))}
		</div>
	);
}

/** The outline of a page about one entry of a list. */
export function EntrySkeleton() {
	return (
		<LoadingState className="max-w-2xl">
			<PageHeaderSkeleton />
			<Skeleton className="h-7 w-48" />
			<LinesSkeleton count={6} className="mt-5" />
			<Skeleton className="mt-5 h-32" />
		</LoadingState>
	);
}
