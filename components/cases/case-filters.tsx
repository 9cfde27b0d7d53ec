"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { memberField } from "@/components/discord/member-field";
import { FilterBar } from "@/components/layout/filter-bar";
import type { FilterField } from "@/components/layout/filter-fields";
import { caseStatuses, caseTypes } from "@/lib/cases/kinds";

type CaseFiltersProps = {
	guildId: string;
	choices: {
		types: { id: string; name: string }[];
		moderators: { id: string; name: string }[];
		member: { id: string; name: string } | null;
	};
	/** Whether the reader may know of appeals. */
	knowsAppeals: boolean;
	/** Shown at the right end. */
	children?: ReactNode;
};

/** Search and filters of the list of cases, all of it in the address. */
export function CaseFilterBar({ guildId, choices, knowsAppeals, children }: CaseFiltersProps) {
	const t = useTranslations("cases");
	const { types, moderators, member } = choices;
	const fields: FilterField[] = [
		{
			kind: "choice",
			name: "status",
			label: t("filters.status"),
			options: caseStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
		},
		{ kind: "flag", name: "expiring", label: t("filters.expiring") },
		...(knowsAppeals ? [{ kind: "flag", name: "appealed", label: t("filters.appealed") } as const] : []),
		{
			kind: "choice",
			name: "type",
			label: t("filters.type"),
			multiple: true,
			options: [
				...caseTypes.map((value) => ({ value: value as string, label: t(`types.${value}`) })),
				...types.map(({ id, name }) => ({ value: `custom:${id}`, label: name })),
			],
		},
		{
			kind: "choice",
			name: "moderator",
			label: t("filters.moderator"),
			options: moderators.map(({ id, name }) => ({ value: id, label: name })),
		},
		memberField({ guildId, name: "member", label: t("filters.member"), known: [member] }),
		{ kind: "day", name: "from", label: t("filters.from") },
		{ kind: "day", name: "to", label: t("filters.to") },
	];
	return (
		<FilterBar
			search={{ name: "q", label: t("filters.search"), placeholder: t("filters.searchPlaceholder") }}
			fields={fields}
		>
			{children}
		</FilterBar>
	);
}
