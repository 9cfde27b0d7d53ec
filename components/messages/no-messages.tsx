"use client";

import { useTranslations } from "next-intl";
import { ListEmpty } from "@/components/layout/list-empty";
import type { MessageFilters } from "@/lib/messages/schema";

/** No message: none at all, or none that fits. */
export function NoMessages({ filters }: { filters: MessageFilters }) {
	const t = useTranslations("messages.empty");
	return (
		<ListEmpty
			filters={filters}
			nothing={{ title: t("title"), reason: t("reason") }}
			noMatchReason={t("noResultsReason")}
		/>
	);
}
