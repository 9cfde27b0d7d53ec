"use client";

import { useTranslations } from "next-intl";
import { useCaseColumns } from "@/components/cases/case-columns";
import { DataTable } from "@/components/layout/data-table";
import { ListEmpty } from "@/components/layout/list-empty";
import { useUrlState } from "@/components/layout/use-url-state";
import { caseListQuery } from "@/lib/cases/queries";
import type { CaseFilters, CaseList } from "@/lib/cases/schema";

type CaseTableProps = {
	guildId: string;
	cdn: string | null;
	filters: CaseFilters;
	first: CaseList;
	/** The case whose panel is open. */
	open: number | undefined;
};

/** The list of cases; a row opens the case in a panel. */
export function CaseTable({ guildId, cdn, filters, first, open }: CaseTableProps) {
	const t = useTranslations("cases");
	const url = useUrlState();
	const columns = useCaseColumns(guildId, cdn);
	return (
		<DataTable
			key={JSON.stringify(filters)}
			label={t("title")}
			columns={columns}
			first={first}
			query={caseListQuery(guildId, filters)}
			rowKey={(row) => String(row.caseNumber)}
			rowHref={(row) => url.href({ case: String(row.caseNumber) })}
			currentKey={open === undefined ? undefined : String(open)}
			live={{ guildId, topics: ["cases"] }}
			empty={
				<ListEmpty
					filters={filters}
					nothing={{ title: t("empty.title"), reason: t("empty.reason") }}
					noMatchReason={t("empty.noMatchReason")}
				/>
			}
		/>
	);
}
