import { ChannelTableSkeleton } from "@/components/channels/channel-table-skeleton";
import { Messages } from "@/components/layout/messages";
import { PageHeaderSkeleton } from "@/components/layout/states";

export default function Loading() {
	return (
		<Messages namespaces={["channels", "discord"]}>
			<PageHeaderSkeleton />
			<ChannelTableSkeleton />
		</Messages>
	);
}
