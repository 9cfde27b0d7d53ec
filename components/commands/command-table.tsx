"use client";

import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommandColumns } from "@/components/commands/command-columns";
import { DataTable } from "@/components/layout/data-table";
import { EmptyState } from "@/components/layout/states";
import { searchString } from "@/lib/api/client";
import { commandsQuery } from "@/lib/commands/queries";
import type { CommandList, ListCommandsQuery } from "@/lib/commands/schema";

type CommandTableProps = { guildId: string; first: CommandList; query: ListCommandsQuery };

/** The commands and how they were used; a row leads to its executions in the same period. */
export function CommandTable({ guildId, first, query }: CommandTableProps) {
	const t = useTranslations("commands");
	const { sort: _, ...period } = query;
	return (
		<DataTable
			key={JSON.stringify(query)}
			label={t("tabs.registered")}
			columns={useCommandColumns()}
			first={first}
			query={commandsQuery(guildId, query)}
			rowKey={(row) => `${row.type}/${row.name}`}
			rowHref={(row) =>
				`/guilds/${guildId}/commands/executions${searchString({ ...period, command: row.name })}`
			}
			defaultSort="-uses"
			empty={<EmptyState icon={Bot} title={t("empty.commands")} reason={t("empty.commandsReason")} />}
		/>
	);
}
