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

/** The outline of the figures of a period. */
export function TilesSkeleton({ count }: { count: number }) {
	return (
		<div className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4">
			{places(count).map((place) => (
				<div key={place} className="delayed rounded-lg border border-border bg-surface p-3">
					<Skeleton className="w-20" />
					<Skeleton className="mt-2 h-7 w-16" />
					<Skeleton className="mt-4 h-6" />
				</div>
			))}
		</div>
	);
}

/** The outline of a row of tabs. */
export function TabsSkeleton({ count }: { count: number }) {
	return (
		<div className="flex h-9 items-center gap-x-4 overflow-hidden border-border border-b">
			{places(count).map((place) => (
				<Skeleton key={place} className="w-16 shrink-0" />
			))}
		</div>
	);
}

/** The outline of short lines below each other, such as facts or entries. */
export function LinesSkeleton({ count, className }: { count: number; className?: string }) {
	return (
		<div className={cn("flex flex-col gap-4", className)}>
			{places(count).map((place) => (
				<Skeleton key={place} className={place % 2 === 0 ? "w-2/3" : "w-1/2"} />
			))}
		</div>
	);
}

/** The outline of a page about one thing: its facts on the left, and what its tabs show. */
export function FactsSkeleton({ tabs }: { tabs: number }) {
	return (
		<LoadingState>
			<div className="flex items-center gap-3 py-2">
				<Skeleton className="size-10 rounded-full" />
				<div>
					<Skeleton className="h-6 w-40" />
					<Skeleton className="mt-1.5 w-56" />
				</div>
			</div>
			<div className="flex flex-col gap-4 md:flex-row">
				<div className="delayed shrink-0 self-start rounded-lg border border-border bg-surface p-4 max-md:w-full md:w-72">
					<LinesSkeleton count={10} />
				</div>
				<div className="min-w-0 flex-1">
					<TabsSkeleton count={tabs} />
					<LinesSkeleton count={12} className="mt-4" />
				</div>
			</div>
		</LoadingState>
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
