"use client";

import { useTranslations } from "next-intl";
import { ApiProblem } from "@/lib/api/client";

/** Says in the reader's language why a request was refused and what to do; with the request's id where that helps. */
export function useProblemText(): (error: Error) => string {
	const t = useTranslations("common.problems");
	return (error) => {
		if (!(error instanceof ApiProblem)) return t("internal");
		const text = t.has(error.code) ? t(error.code) : (error.detail ?? error.message);
		return error.status >= 500 && error.requestId
			? `${text} ${t("requestId", { id: error.requestId })}`
			: text;
	};
}
