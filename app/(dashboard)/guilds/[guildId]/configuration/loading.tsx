import { ConfigSkeleton } from "@/components/config/config-skeleton";
import { PageHeaderSkeleton } from "@/components/layout/states";

export default function Loading() {
	return (
		<>
			<PageHeaderSkeleton />
			<ConfigSkeleton />
		</>
	);
}
