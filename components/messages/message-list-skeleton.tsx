import { LoadingState } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-72", "w-48", "w-96", "w-64", "w-80"];

/** The outline of messages that are on their way. */
export function MessageListSkeleton({ rows = 14 }: { rows?: number }) {
	return (
		<LoadingState className="delayed">
			{Array.from({ length: rows }, (_, row) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the rows of an outline are all alike
				<div key={row} className="flex gap-3 border-border border-b py-1.5">
					<Skeleton className="mt-0.5 size-10 shrink-0 rounded-full" />
					<div className="flex min-w-0 grow flex-col gap-2 pt-1">
						<Skeleton className="h-3 w-40" />
						<Skeleton className={`h-3 max-w-full ${widths[row % widths.length]}`} />
					</div>
				</div>
			))}
		</LoadingState>
	);
}
