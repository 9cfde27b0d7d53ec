"use client";

import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAuditColumns } from "@/components/audit/audit-columns";
import { DataTable } from "@/components/layout/data-table";
import { ListEmpty } from "@/components/layout/list-empty";
import { useUrlState } from "@/components/layout/use-url-state";
import { auditQuery } from "@/lib/audit/queries";
import type { AuditFilters, AuditList, AuditSource } from "@/lib/audit/schema";

type AuditTableProps = {
	guildId: string;
	filters: AuditFilters;
	first: AuditList;
	/** The logs that the person may read. */
	sources: readonly AuditSource[];
	/** The entry whose panel is open, `<source>-<id>`. */
	open: string | undefined;
};

/** The timeline, newest first; a row opens the entry in a panel. */
export function AuditTable({ guildId, filters, first, sources, open }: AuditTableProps) {
	const t = useTranslations("audit");
	const url = useUrlState();
	return (
		<DataTable
			key={JSON.stringify(filters)}
			label={t("title")}
			columns={useAuditColumns()}
			first={first}
			query={auditQuery(guildId, filters)}
			rowKey={(entry) => `${entry.source}-${entry.id}`}
			rowHref={(entry) => url.href({ entry: `${entry.source}-${entry.id}` })}
			currentKey={open}
			live={{ guildId, topics: sources.includes("change") ? ["audit", "changes"] : ["audit"] }}
			empty={
				<ListEmpty
					filters={filters}
					nothing={{ icon: History, title: t("empty.title"), reason: t("empty.reason") }}
					noMatchReason={t("empty.noMatchReason")}
				/>
			}
		/>
	);
}
