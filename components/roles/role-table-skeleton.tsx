"use client";

import { TableSkeleton } from "@/components/layout/table-skeleton";
import { useRoleColumns } from "@/components/roles/role-table";

/** The outline of the hierarchy. */
export function RoleTableSkeleton() {
	return <TableSkeleton columns={useRoleColumns("")} />;
}
