"use client";

import { ChevronRight, Equal, GitCompareArrows } from "lucide-react";
import { useTranslations } from "next-intl";
import { PermissionCell } from "@/components/discord/permission-cell";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { comparePermissions, type PermissionDifference } from "@/lib/roles/compare";
import type { RoleItem } from "@/lib/roles/schema";

/** Two roles side by side, differences first; `?compare=a,b` in the URL says which. */
export function RoleCompare({ roles }: { roles: readonly RoleItem[] }) {
	const t = useTranslations("roles.compare");
	const url = useUrlState();
	const [firstId = "", secondId = ""] = url.get("compare").split(",");
	const first = roles.find(({ id }) => id === firstId);
	const second = roles.find(({ id }) => id === secondId);
	const choose = (...ids: [string, string]) => url.set({ compare: ids.join(",") });
	return (
		<div className="mt-3 flex flex-col gap-3">
			<div className="grid max-w-xl grid-cols-2 gap-3">
				<RoleChoice
					id="first"
					label={t("first")}
					roles={roles}
					value={first?.id}
					onChoose={(id) => choose(id, secondId)}
				/>
				<RoleChoice
					id="second"
					label={t("second")}
					roles={roles}
					value={second?.id}
					onChoose={(id) => choose(firstId, id)}
				/>
			</div>
			{first && second ? (
				<Comparison first={first} second={second} />
			) : (
				<EmptyState icon={GitCompareArrows} title={t("choose")} reason={t("chooseReason")} />
			)}
		</div>
	);
}

type RoleChoiceProps = {
	id: string;
	label: string;
	roles: readonly RoleItem[];
	value: string | undefined;
	onChoose: (id: string) => void;
};

function RoleChoice({ id, label, roles, value, onChoose }: RoleChoiceProps) {
	const t = useTranslations("roles.compare");
	return (
		<Field id={id} label={label}>
			{(control) => (
				<Select {...control} value={value ?? ""} onChange={(event) => onChoose(event.target.value)}>
					<option value="">{t("none")}</option>
					{roles.map((role) => (
						<option key={role.id} value={role.id}>
							{role.name}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}

function Comparison({ first, second }: { first: RoleItem; second: RoleItem }) {
	const t = useTranslations("roles.compare");
	const { different, same } = comparePermissions(first.permissions, second.permissions);
	return (
		<>
			<h2 className="font-semibold text-base">{t("different", { count: different.length })}</h2>
			{different.length === 0 ? (
				<EmptyState icon={Equal} title={t("equal")} reason={t("equalReason")} />
			) : (
				<Differences rows={different} first={first} second={second} />
			)}
			<details className="group">
				<summary className="flex min-h-8 cursor-pointer list-none items-center gap-1 font-semibold text-base [&::-webkit-details-marker]:hidden">
					<ChevronRight aria-hidden className="size-4 text-muted group-open:rotate-90" />
					{t("same", { count: same.length })}
				</summary>
				<Differences rows={same} first={first} second={second} />
			</details>
		</>
	);
}

type DifferencesProps = { rows: readonly PermissionDifference[]; first: RoleItem; second: RoleItem };

function Differences({ rows, first, second }: DifferencesProps) {
	const t = useTranslations("roles.matrix");
	const discord = useTranslations("discord");
	return (
		<Table className="max-w-3xl table-fixed">
			<thead>
				<tr>
					<TableHead className="w-1/2 pl-0">{t("permission")}</TableHead>
					<TableHead className="truncate">{first.name}</TableHead>
					<TableHead className="truncate">{second.name}</TableHead>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<TableRow key={row.name}>
						<TableCell className="pl-0">{discord(`permissions.${row.name}`)}</TableCell>
						<TableCell className="pl-2">
							<PermissionCell state={row.first ? "allowed" : "inherit"} />
						</TableCell>
						<TableCell className="pl-2">
							<PermissionCell state={row.second ? "allowed" : "inherit"} />
						</TableCell>
					</TableRow>
				))}
			</tbody>
		</Table>
	);
}
