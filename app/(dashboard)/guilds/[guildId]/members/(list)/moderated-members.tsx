"use client";

import type { ComponentProps } from "react";
import { MemberTable } from "@/components/members/member-table";
import { BulkBar } from "@/components/orders/bulk-bar";

type ModeratedMembersProps = Omit<ComponentProps<typeof MemberTable>, "bulk"> & { mayModerate: boolean };

/** The list of members, with what can be done to several at once for those who may. */
export function ModeratedMembers({ mayModerate, ...table }: ModeratedMembersProps) {
	if (!mayModerate) return <MemberTable {...table} />;
	return (
		<MemberTable {...table} bulk={(selection) => <BulkBar guildId={table.guildId} selection={selection} />} />
	);
}
