"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/layout/data-table";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import { useMemberColumns } from "@/components/members/member-columns";
import { buttonStyles } from "@/components/ui/button";
import { membersQuery } from "@/lib/members/queries";
import type { MemberFilters, MemberList } from "@/lib/members/schema";

type MemberTableProps = {
	guildId: string;
	cdn: string | null;
	first: MemberList;
	filters: MemberFilters;
	/** Whose panel is open. */
	open: string | undefined;
};

/** The members that fit; a row opens the member beside the list. */
export function MemberTable({ guildId, cdn, first, filters, open }: MemberTableProps) {
	const t = useTranslations("members");
	const url = useUrlState();
	return (
		<DataTable
			label={t("title")}
			columns={useMemberColumns(cdn)}
			first={first}
			query={membersQuery(guildId, filters)}
			rowKey={(member) => member.id}
			rowHref={(member) => url.href({ member: member.id })}
			currentKey={open}
			defaultSort="-joined"
			empty={<NoMembers filtered={isNarrowed(filters)} />}
		/>
	);
}

function isNarrowed({ sort: _, ...narrowing }: MemberFilters): boolean {
	return Object.values(narrowing).some((value) => value !== undefined && value !== "");
}

function NoMembers({ filtered }: { filtered: boolean }) {
	const t = useTranslations("members.empty");
	const common = useTranslations("common.states");
	const pathname = usePathname();
	if (!filtered) return <EmptyState title={t("title")} reason={t("reason")} />;
	return (
		<EmptyState
			title={common("noResults")}
			reason={t("noResultsReason")}
			action={
				<Link href={pathname} className={buttonStyles()}>
					{common("clearFilters")}
				</Link>
			}
		/>
	);
}
