"use client";

import { useTranslations } from "next-intl";
import { DataTable, type DataTableProps } from "@/components/layout/data-table";
import { ListEmpty } from "@/components/layout/list-empty";
import { useUrlState } from "@/components/layout/use-url-state";
import { useMemberColumns } from "@/components/members/member-columns";
import { membersQuery } from "@/lib/members/queries";
import type { MemberFilters, MemberList, MemberListItem } from "@/lib/members/schema";

type MemberTableProps = {
	guildId: string;
	cdn: string | null;
	first: MemberList;
	filters: MemberFilters;
	showsActivity: boolean;
	/** Whose panel is open. */
	open: string | undefined;
	/** What can be done with several members at once. */
	bulk?: DataTableProps<MemberListItem>["bulk"];
};

/** The matching members; a row opens the member in a panel. */
export function MemberTable({ guildId, cdn, first, filters, showsActivity, open, bulk }: MemberTableProps) {
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
			{...(bulk ? { bulk } : {})}
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
