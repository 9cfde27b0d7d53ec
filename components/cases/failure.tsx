"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/layout/use-problem-text";

/** Why a change was refused and what to do about it; what was entered stays. */
export function Failure({ error }: { error: Error | null }) {
	const t = useTranslations("cases.failed");
	const problemText = useProblemText();
	if (!error) return null;
	return (
		<p role="alert" className="flex items-start gap-1.5 text-danger text-sm">
			<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			<span>
				{t("title")}. {problemText(error)} {t("kept")}
			</span>
		</p>
	);
}
