"use client";

import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { useExecutionColumns } from "@/components/commands/execution-columns";
import { DataTable } from "@/components/layout/data-table";
import { ListEmpty } from "@/components/layout/list-empty";
import { useUrlState } from "@/components/layout/use-url-state";
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

/** Uses of commands, newest first; a row opens the use in a panel. */
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
			live={{ guildId, topics: ["executions"] }}
			empty={
				<ListEmpty
					filters={{ command, user, channel, outcome }}
					nothing={{ icon: Bot, title: t("empty.executions"), reason: t("empty.executionsReason") }}
					noMatchReason={t("empty.noMatchReason")}
				/>
			}
		/>
	);
}
