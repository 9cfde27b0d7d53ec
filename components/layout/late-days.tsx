import { useTranslations } from "next-intl";
import { lateMinutes } from "@/lib/analytics/period/late-minutes";

type LateDaysProps = {
	/** IANA name. */
	timeZone: string;
	/** `YYYY-MM-DD` in that zone, both included. */
	days: { firstDay: string; lastDay: string };
};

/** How late the server's days begin where figures are kept by hours of UTC; nothing in a zone of whole hours. */
export function LateDays({ timeZone, days }: LateDaysProps) {
	const t = useTranslations("common");
	const minutes = lateMinutes(timeZone, days);
	return minutes > 0 ? <p className="text-muted text-xs">{t("lateDays", { minutes })}</p> : null;
}
