"use client";

import { useCommandColumns } from "@/components/commands/command-columns";
import { useExecutionColumns } from "@/components/commands/execution-columns";
import { TableSkeleton } from "@/components/layout/table-skeleton";

/** The outline of the list of commands. */
export function CommandTableSkeleton() {
	return <TableSkeleton columns={useCommandColumns()} />;
}

/** The outline of the list of executions. */
export function ExecutionTableSkeleton() {
	return <TableSkeleton columns={useExecutionColumns("", null)} />;
}
