import { FactsSkeleton } from "@/components/layout/outlines";
import { channelTabs } from "@/lib/channels/schema";

/** The outline of one channel. */
export function ChannelSkeleton() {
	return <FactsSkeleton tabs={channelTabs.length} />;
}
