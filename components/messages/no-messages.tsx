"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import { buttonStyles } from "@/components/ui/button";
import type { MessageFilters } from "@/lib/messages/schema";

/** No message: none at all, or none that fits. */
export function NoMessages({ filters }: { filters: MessageFilters }) {
	const t = useTranslations("messages.empty");
	const common = useTranslations("common.states");
	const pathname = usePathname();
	const isNarrowed = Object.values(filters).some((value) => value !== undefined && value !== "");
	if (!isNarrowed) return <EmptyState title={t("title")} reason={t("reason")} />;
	return (
		<EmptyState
			title={common("noResults")}
			reason={t("noResultsReason")}
			action={
				<Link href={pathname} className={buttonStyles()}>
					{common("clearFilters")}
				</Link>
			}
		/>
	);
}
