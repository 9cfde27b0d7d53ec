import { useLocale, useTranslations } from "next-intl";
import { Card, CardBody } from "@/components/ui/card";
import type { CommunityHealth } from "@/lib/analytics/health/schema";
import { healthParts } from "@/lib/analytics/health/schema";
import { healthTargets } from "@/lib/analytics/health/score";
import { formatNumber, formatPercent } from "@/lib/format";

/** How the score is worked out, with the numbers of this period put in. */
export function Formula({ health: { current } }: { health: CommunityHealth }) {
	const t = useTranslations("analytics-health.formula");
	const locale = useLocale();
	const known = current.parts.filter(({ score }) => score !== null);
	const terms = known.map(({ score, weight }) => {
		const points = formatNumber((score ?? 0) * 100, locale, 1);
		return `${formatPercent(weight, locale)} × ${points}`;
	});
	const { activity, retention, replies, moderation, growth } = healthTargets;
	const words = {
		activity: { full: formatPercent(activity.full, locale) },
		retention: { full: formatPercent(retention.full, locale) },
		replies: { full: formatPercent(replies.full, locale) },
		moderation: { none: formatNumber(moderation.none, locale) },
		growth: { full: formatPercent(growth.full, locale) },
	};
	return (
		<Card>
			<CardBody>
				<h3 className="font-medium">{t("title")}</h3>
				<p className="mt-1 text-muted text-sm">{t("words")}</p>
				{current.score === null ? null : (
					<p className="mt-2 text-balance rounded bg-hover px-3 py-2 font-mono text-sm">
						{terms.join(" + ")} = {formatNumber(current.score, locale, 1)}
					</p>
				)}
				<ul className="mt-2 list-disc space-y-0.5 pl-5 text-sm">
					{healthParts.map((name) => (
						<li key={name}>{t(name, words[name])}</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
