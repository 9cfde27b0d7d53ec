"use client";

import { useTranslations } from "next-intl";
import { PermissionCell } from "@/components/discord/permission-cell";
import { useUrlState } from "@/components/layout/use-url-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { permissionCategories, permissionsIn } from "@/lib/discord/permissions";
import { grants } from "@/lib/roles/compare";
import type { RoleItem } from "@/lib/roles/schema";

type RolePermissionsProps = { roles: readonly RoleItem[]; chosen: string | undefined };

/** The matrix for a phone: choose a role, read its permissions as a list. */
export function RolePermissions({ roles, chosen }: RolePermissionsProps) {
	const t = useTranslations("roles.matrix");
	const discord = useTranslations("discord");
	const url = useUrlState();
	const role = roles.find(({ id }) => id === chosen) ?? roles[0];
	if (role === undefined) return null;
	return (
		<div className="mt-3 flex flex-col gap-3">
			<Field id="role" label={t("role")}>
				{(control) => (
					<Select {...control} value={role.id} onChange={(event) => url.set({ role: event.target.value })}>
						{roles.map((each) => (
							<option key={each.id} value={each.id}>
								{each.name}
							</option>
						))}
					</Select>
				)}
			</Field>
			{permissionCategories.map((category) => (
				<section key={category}>
					<h2 className="flex h-7 items-center font-semibold text-muted text-xs">
						{discord(`permissionCategories.${category}`)}
					</h2>
					<ul className="rounded-lg border border-border bg-surface">
						{permissionsIn(category).map((name) => (
							<li
								key={name}
								className="flex min-h-9 items-center gap-2 border-border border-b px-2 text-sm last:border-b-0"
							>
								<PermissionCell state={grants(role.permissions, name) ? "allowed" : "inherit"} />
								{discord(`permissions.${name}`)}
							</li>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}
