import { CardSkeleton } from "@/components/layout/outlines";
import { LoadingState, PageHeaderSkeleton } from "@/components/layout/states";

/** The outline of the account: profile, preferences, sessions and tokens. */
export function AccountSkeleton() {
	return (
		<LoadingState className="mx-auto flex max-w-3xl flex-col gap-6">
			<PageHeaderSkeleton />
			<CardSkeleton className="h-10" />
			<CardSkeleton className="h-20" />
			<CardSkeleton className="h-32" />
			<CardSkeleton className="h-20" />
		</LoadingState>
	);
}
