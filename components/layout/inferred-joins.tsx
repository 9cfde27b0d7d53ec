import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";

/** That so many joins are guessed from an import, and what that does to figures of newcomers; nothing where none is. */
export function InferredJoins({ count }: { count: number }) {
	const t = useTranslations("common");
	const locale = useLocale();
	return count > 0 ? (
		<p className="text-muted text-sm">{t("inferredJoins", { count, exact: formatNumber(count, locale) })}</p>
	) : null;
}
