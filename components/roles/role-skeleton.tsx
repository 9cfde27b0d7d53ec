import { LinesSkeleton } from "@/components/layout/outlines";
import { LoadingState } from "@/components/layout/states";
import { Skeleton } from "@/components/ui/skeleton";

/** The outline of one role: what it is, and what its holders may do. */
export function RoleSkeleton() {
	return (
		<LoadingState>
			<div className="border-border border-b py-3">
				<Skeleton className="h-6 w-40" />
				<Skeleton className="mt-1.5 w-72 max-w-full" />
			</div>
			<LinesSkeleton count={14} className="mt-4" />
		</LoadingState>
	);
}
