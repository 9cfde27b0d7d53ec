"use client";

import { History, ListX } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAuditColumns } from "@/components/audit/audit-columns";
import { DataTable } from "@/components/layout/data-table";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import { buttonStyles } from "@/components/ui/button";
import { auditQuery } from "@/lib/audit/queries";
import type { AuditFilters, AuditList } from "@/lib/audit/schema";

type AuditTableProps = {
	guildId: string;
	filters: AuditFilters;
	first: AuditList;
	/** The entry whose panel is open, `<source>-<id>`. */
	open: string | undefined;
};

/** The timeline, newest first; a row opens the entry beside it. */
export function AuditTable({ guildId, filters, first, open }: AuditTableProps) {
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
			empty={<NoEntries filtered={Object.values(filters).some((value) => value !== undefined)} />}
		/>
	);
}

function NoEntries({ filtered }: { filtered: boolean }) {
	const t = useTranslations("audit.empty");
	const common = useTranslations("common.states");
	const pathname = usePathname();
	if (!filtered) return <EmptyState icon={History} title={t("title")} reason={t("reason")} />;
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
