"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/layout/data-table";
import { ListEmpty } from "@/components/layout/list-empty";
import { useUrlState } from "@/components/layout/use-url-state";
import { useMemberColumns } from "@/components/members/member-columns";
import { membersQuery } from "@/lib/members/queries";
import type { MemberFilters, MemberList } from "@/lib/members/schema";

type MemberTableProps = {
	guildId: string;
	cdn: string | null;
	first: MemberList;
	filters: MemberFilters;
	showsActivity: boolean;
	/** Whose panel is open. */
	open: string | undefined;
};

/** The members that fit; a row opens the member beside the list. */
export function MemberTable({ guildId, cdn, first, filters, showsActivity, open }: MemberTableProps) {
	const t = useTranslations("members");
	const url = useUrlState();
	const { sort: _, ...narrowing } = filters;
	return (
		<DataTable
			label={t("title")}
			columns={useMemberColumns(cdn, showsActivity)}
			first={first}
			query={membersQuery(guildId, filters)}
			rowKey={(member) => member.id}
			rowHref={(member) => url.href({ member: member.id })}
			currentKey={open}
			defaultSort="-joined"
			empty={
				<ListEmpty
					filters={narrowing}
					nothing={{ title: t("empty.title"), reason: t("empty.reason") }}
					noMatchReason={t("empty.noResultsReason")}
				/>
			}
		/>
	);
}
