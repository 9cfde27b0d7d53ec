"use client";

import { ListX } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCaseColumns } from "@/components/cases/case-columns";
import { DataTable } from "@/components/layout/data-table";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import { buttonStyles } from "@/components/ui/button";
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

/** The list of cases; a row opens the case beside it. */
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
			empty={<NoCases filtered={Object.values(filters).some((value) => value !== undefined)} />}
		/>
	);
}

function NoCases({ filtered }: { filtered: boolean }) {
	const t = useTranslations("cases.empty");
	const common = useTranslations("common.states");
	const pathname = usePathname();
	if (!filtered) return <EmptyState title={t("title")} reason={t("reason")} />;
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
