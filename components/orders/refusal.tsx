"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/layout/use-problem-text";
import { refusalOf } from "@/components/orders/refusal-of";

/** Why nothing was ordered. */
export function RefusalText({ error }: { error: Error | null }) {
	const t = useTranslations("orders");
	const problemText = useProblemText();
	if (error === null) return null;
	const refusal = refusalOf(error);
	return (
		<p role="alert" className="flex items-start gap-1.5 text-danger text-sm">
			<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			<span>
				{t("refusedTitle")}. {refusal ? t(`refusals.${refusal}`) : problemText(error)}
			</span>
		</p>
	);
}
