import { AuditTableSkeleton } from "@/components/audit/audit-table-skeleton";
import { Messages } from "@/components/layout/messages";
import { PageHeaderSkeleton } from "@/components/layout/states";

export default function Loading() {
	return (
		<Messages namespaces={["audit"]}>
			<PageHeaderSkeleton />
			<div className="h-10" />
			<AuditTableSkeleton />
		</Messages>
	);
}
