import { useTranslations } from "next-intl";
import { faultOf } from "@/lib/analytics/period/period";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";

/** Says so where a page shows other days than its address asks for. */
export function UnheededDays({ asked, shown }: { asked: PeriodQuery; shown: Period }) {
	const t = useTranslations("analytics");
	if (faultOf(asked) === null) return null;
	return <p className="mb-3 text-sm">{t(shown.range === null ? "cut" : "usual")}</p>;
}
