"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { RoleDot } from "@/components/discord/role-pill";
import { useFormat } from "@/components/layout/format";
import { bodyClass, type Column, tableClass } from "@/components/layout/table-columns";
import { DataTableHead } from "@/components/layout/table-head";
import { DataTableRow } from "@/components/layout/table-row";
import { useRowKeys } from "@/components/layout/use-row-keys";
import { RoleFlags } from "@/components/roles/role-flags";
import { hasBit, namePermissions } from "@/lib/discord/permissions";
import type { RoleItem } from "@/lib/roles/schema";

type RoleTableProps = { guildId: string; roles: readonly RoleItem[] };

/** The hierarchy, highest first. */
export function RoleTable({ guildId, roles }: RoleTableProps) {
	const t = useTranslations("roles");
	const table = useRef<HTMLTableElement>(null);
	useRowKeys(table);
	const columns = useRoleColumns(guildId);
	return (
		<table ref={table} aria-label={t("title")} className={tableClass}>
			<DataTableHead columns={columns} />
			<tbody className={bodyClass}>
				{roles.map((role) => (
					<DataTableRow
						key={role.id}
						row={role}
						id={role.id}
						columns={columns}
						href={`/guilds/${guildId}/roles/${role.id}`}
						current={false}
						selection={undefined}
					/>
				))}
			</tbody>
		</table>
	);
}

/** The columns of the hierarchy; the same draw its outline while it loads. */
export function useRoleColumns(guildId: string): Column<RoleItem>[] {
	const t = useTranslations("roles.columns");
	const format = useFormat();
	return [
		{
			id: "role",
			header: t("role"),
			width: "28%",
			cell: (role) => (
				<span className="flex min-w-0 items-center gap-2">
					<RoleDot colour={role.colour} />
					<span className="truncate font-medium">{role.name}</span>
				</span>
			),
		},
		{
			id: "members",
			header: t("members"),
			width: "7rem",
			align: "right",
			phone: "aside",
			cell: (role) => (
				<Link
					href={`/guilds/${guildId}/members${role.id === guildId ? "" : `?role=${role.id}`}`}
					className="rounded tabular-nums hover:underline"
				>
					{format.number(role.members)}
				</Link>
			),
		},
		{
			id: "permissions",
			header: t("permissions"),
			width: "8rem",
			align: "right",
			phoneLabel: true,
			cell: ({ permissions }) => (
				<span className="tabular-nums">
					{hasBit(permissions, "ADMINISTRATOR")
						? t("all")
						: format.number(namePermissions(permissions).names.length)}
				</span>
			),
		},
		{ id: "flags", header: t("flags"), cell: (role) => <RoleFlags role={role} /> },
	];
}
