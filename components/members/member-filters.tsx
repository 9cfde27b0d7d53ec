"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar } from "@/components/layout/filter-bar";

type MemberFiltersProps = {
	roles: readonly { id: string; name: string }[];
	/** Shown at the right end. */
	children?: ReactNode;
};

/** Search by name, nick or id, and what the list can be narrowed to. */
export function MemberFilters({ roles, children }: MemberFiltersProps) {
	const t = useTranslations("members.filters");
	return (
		<FilterBar
			search={{ name: "q", label: t("search"), placeholder: t("searchPlaceholder") }}
			fields={[
				{
					kind: "choice",
					name: "role",
					label: t("role"),
					options: roles.map((role) => ({ value: role.id, label: role.name })),
				},
				{
					kind: "choice",
					name: "kind",
					label: t("kind"),
					options: [
						{ value: "people", label: t("people") },
						{ value: "bots", label: t("bots") },
					],
				},
				{ kind: "flag", name: "boosting", label: t("boosting") },
				{ kind: "flag", name: "timedOut", label: t("timedOut") },
				{ kind: "flag", name: "left", label: t("left") },
			]}
		>
			{children}
		</FilterBar>
	);
}
