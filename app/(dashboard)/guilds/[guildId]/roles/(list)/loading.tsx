import { Messages } from "@/components/layout/messages";
import { PageHeaderSkeleton } from "@/components/layout/states";
import { RoleTableSkeleton } from "@/components/roles/role-table-skeleton";

export default function Loading() {
	return (
		<Messages namespaces={["roles", "discord"]}>
			<PageHeaderSkeleton />
			<div className="h-9" />
			<RoleTableSkeleton />
		</Messages>
	);
}
