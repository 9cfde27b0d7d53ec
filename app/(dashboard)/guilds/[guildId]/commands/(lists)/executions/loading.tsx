import { ExecutionTableSkeleton } from "@/components/commands/table-skeletons";
import { Messages } from "@/components/layout/messages";
import { PageHeaderSkeleton } from "@/components/layout/states";

export default function Loading() {
	return (
		<Messages namespaces={["commands"]}>
			<PageHeaderSkeleton />
			<div className="mb-12 h-9 border-border border-b" />
			<ExecutionTableSkeleton />
		</Messages>
	);
}
