import { useTranslations } from "next-intl";
import { useFormat, useNow } from "@/components/layout/format";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import type { SettableStatus } from "@/lib/cases/kinds";

export const verbs = { open: "reopen", closed: "close", voided: "void" } as const;

/** What becomes of a case by another status, and what does not: a ban that is in force ends when it was to end. */
export function useConsequence(detail: CaseDetail): (status: SettableStatus) => string {
	const t = useTranslations("cases.actions.confirm");
	const { dateTime } = useFormat();
	const now = useNow();
	const end = Date.parse(detail.expiresAt ?? "");
	const isBanInForce =
		detail.type.code === "TEMPBAN" &&
		detail.status === "open" &&
		detail.order.state !== "failed" &&
		!detail.order.lifts;
	return (status) => {
		const text = t(`${verbs[status]}Text`, { name: detail.member.name });
		if (isBanInForce && end > now) return `${text} ${t("banEnds", { date: dateTime(end) })}`;
		const losesExpiry = status === "open" && detail.expiry === "optional" && end <= now;
		return losesExpiry ? `${text} ${t("expiryGone")}` : text;
	};
}
