"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { memberField } from "@/components/discord/member-field";
import { FilterBar } from "@/components/layout/filter-bar";
import type { AuditKind } from "@/lib/audit/schema";

type AuditFiltersProps = {
	guildId: string;
	kinds: readonly AuditKind[];
	actor: { id: string; name: string } | null;
	target: { id: string; name: string } | null;
	/** Shown at the right end. */
	children?: ReactNode;
};

/** What the timeline can be narrowed to; the log is chosen above. */
export function AuditFilterBar({ guildId, kinds, actor, target, children }: AuditFiltersProps) {
	const t = useTranslations("audit");
	return (
		<FilterBar
			fields={[
				{
					kind: "choice",
					name: "kind",
					label: t("filters.kind"),
					options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
				},
				memberField({ guildId, name: "actor", label: t("filters.actor"), known: [actor] }),
				memberField({ guildId, name: "target", label: t("filters.target"), known: [target] }),
				{ kind: "day", name: "from", label: t("filters.from") },
				{ kind: "day", name: "to", label: t("filters.to") },
			]}
		>
			{children}
		</FilterBar>
	);
}
