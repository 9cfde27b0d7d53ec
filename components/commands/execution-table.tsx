"use client";

import { Bot, ListX } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useExecutionColumns } from "@/components/commands/execution-columns";
import { DataTable } from "@/components/layout/data-table";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import { buttonStyles } from "@/components/ui/button";
import { executionsQuery } from "@/lib/commands/queries";
import type { ExecutionFilters, ExecutionList } from "@/lib/commands/schema";

type ExecutionTableProps = {
	guildId: string;
	cdn: string | null;
	filters: ExecutionFilters;
	first: ExecutionList;
	/** The execution whose panel is open. */
	open: string | undefined;
};

/** Uses of commands, newest first; a row opens the use beside the list. */
export function ExecutionTable({ guildId, cdn, filters, first, open }: ExecutionTableProps) {
	const t = useTranslations("commands");
	const url = useUrlState();
	const { command, user, channel, outcome } = filters;
	return (
		<DataTable
			key={JSON.stringify(filters)}
			label={t("tabs.executions")}
			columns={useExecutionColumns(guildId, cdn)}
			first={first}
			query={executionsQuery(guildId, filters)}
			rowKey={(row) => row.id}
			rowHref={(row) => url.href({ execution: row.id })}
			currentKey={open}
			empty={<NoExecutions filtered={[command, user, channel, outcome].some(Boolean)} />}
		/>
	);
}

function NoExecutions({ filtered }: { filtered: boolean }) {
	const t = useTranslations("commands.empty");
	const common = useTranslations("common.states");
	const pathname = usePathname();
	if (!filtered) return <EmptyState icon={Bot} title={t("executions")} reason={t("executionsReason")} />;
	return (
		<EmptyState
			icon={ListX}
			title={common("noResults")}
			reason={t("noMatchReason")}
			action={
				<Link href={pathname} className={buttonStyles()}>
					{common("clearFilters")}
				</Link>
			}
		/>
	);
}
