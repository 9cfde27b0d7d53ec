import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import { messageParts } from "@/lib/messages/searched-parts";

/** Says which part of a search fits nobody and nothing, and how it is written. */
export function UnknownSearch({ texts }: { texts: readonly string[] }) {
	const t = useTranslations("messages.empty");
	return (
		<EmptyState
			icon={SearchX}
			title={t("unknownTitle", { text: texts.join(", ") })}
			reason={t("unknownReason", { parts: messageParts.join(", ") })}
		/>
	);
}
