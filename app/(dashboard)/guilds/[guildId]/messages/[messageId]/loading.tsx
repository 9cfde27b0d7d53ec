import { PageHeaderSkeleton } from "@/components/layout/states";
import { MessageListSkeleton } from "@/components/messages/message-list-skeleton";

export default function Loading() {
	return (
		<>
			<PageHeaderSkeleton />
			<MessageListSkeleton />
		</>
	);
}
