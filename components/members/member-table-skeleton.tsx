"use client";

import { TableSkeleton } from "@/components/layout/table-skeleton";
import { useMemberColumns } from "@/components/members/member-columns";

/** The outline of the list of members. */
export function MemberTableSkeleton() {
	return <TableSkeleton columns={useMemberColumns(null)} />;
}
