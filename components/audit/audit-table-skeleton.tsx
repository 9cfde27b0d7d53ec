"use client";

import { useAuditColumns } from "@/components/audit/audit-columns";
import { TableSkeleton } from "@/components/layout/table-skeleton";

/** The outline of the timeline. */
export function AuditTableSkeleton() {
	return <TableSkeleton columns={useAuditColumns()} />;
}
