import { Messages } from "@/components/layout/messages";
import { PageHeaderSkeleton } from "@/components/layout/states";
import { MemberTableSkeleton } from "@/components/members/member-table-skeleton";

export default function Loading() {
	return (
		<Messages namespaces={["members", "discord"]}>
			<PageHeaderSkeleton />
			<div className="h-10" />
			<MemberTableSkeleton />
		</Messages>
	);
}
