import { PageHeaderSkeleton } from "@/components/layout/states";
import { OverviewSkeleton } from "@/components/overview/overview-states";

export default function Loading() {
	return (
		<>
			<PageHeaderSkeleton />
			<OverviewSkeleton />
		</>
	);
}
