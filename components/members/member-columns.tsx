"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/discord/avatar";
import { AppTag } from "@/components/discord/user-chip";
import { useFormat } from "@/components/layout/format";
import type { Column } from "@/components/layout/table-columns";
import { Time } from "@/components/layout/time";
import { MemberRoles } from "@/components/members/member-roles";
import { MemberStates } from "@/components/members/member-states";
import type { MemberListItem } from "@/lib/members/schema";

/**
 * The columns of the list of members; the same draw its outline while it loads.
 * @param showsActivity whether the reader may know when somebody last wrote
 */
export function useMemberColumns(cdn: string | null, showsActivity = true): Column<MemberListItem>[] {
	const t = useTranslations("members.columns");
	const format = useFormat();
	const columns: Column<MemberListItem>[] = [
		{
			id: "member",
			header: t("member"),
			width: "30%",
			sort: "name",
			cell: (member) => <MemberName member={member} cdn={cdn} />,
		},
		{ id: "roles", header: t("roles"), cell: ({ roles }) => <MemberRoles roles={roles} max={3} /> },
		{
			id: "state",
			header: t("state"),
			width: "15rem",
			cell: (member) => <MemberStates member={member} />,
		},
		{
			id: "level",
			header: t("level"),
			width: "4.5rem",
			align: "right",
			phoneLabel: true,
			cell: ({ level }) =>
				level === null ? null : <span className="tabular-nums">{format.number(level)}</span>,
		},
		{
			id: "active",
			header: t("active"),
			width: "8rem",
			phoneLabel: true,
			cell: ({ lastActiveAt }) => (lastActiveAt ? <Time value={lastActiveAt} /> : null),
		},
		{
			id: "joined",
			header: t("joined"),
			width: "8rem",
			sort: "joined",
			phone: "aside",
			cell: ({ joinedAt }) => <Time value={joinedAt} />,
		},
	];
	return showsActivity ? columns : columns.filter(({ id }) => id !== "active");
}

function MemberName({ member, cdn }: { member: MemberListItem; cdn: string | null }) {
	return (
		<span className="flex min-w-0 items-center gap-2">
			<Avatar person={member} cdn={cdn} size={24} />
			<span className="truncate font-medium">{member.name}</span>
			{member.isBot ? <AppTag /> : null}
			{member.username === member.name ? null : (
				<span className="truncate text-muted text-xs">{member.username}</span>
			)}
		</span>
	);
}
