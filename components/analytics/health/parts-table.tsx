import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/components/analytics/figure-table";
import type { CommunityHealth, HealthPart } from "@/lib/analytics/health/schema";
import { formatNumber, formatPercent } from "@/lib/format";

/** What the score is made of: each part's figure, its score, its weight and the points that it gives. */
export function PartsTable({ health }: { health: CommunityHealth }) {
	const { current, comparison, isPartial, hidesNewcomers } = health;
	const t = useTranslations("analytics-health.parts");
	const locale = useLocale();
	const missing = current.parts.some(({ score }) => score === null);
	const figure = ({ name, figure: value }: HealthPart) => {
		if (value === null) return t("unknown");
		return name === "moderation" ? formatNumber(value, locale, 1) : formatPercent(value, locale);
	};
	const digits = (value: number | null, count: number) =>
		value === null ? "–" : formatNumber(value, locale, count);
	const before = (part: HealthPart) => comparison?.parts.find(({ name }) => name === part.name) ?? null;
	return (
		<FigureTable
			title={t("title")}
			summary={[t("summary"), missing && t("missing"), isPartial && t("hidden"), hidesNewcomers && t("few")]
				.filter(Boolean)
				.join(" ")}
			nameLabel={t("part")}
			name={({ name }) => t(`${name}.name`)}
			label={({ name }) => (
				<span className="block whitespace-normal py-1.5">
					<span className="block font-medium">{t(`${name}.name`)}</span>
					<span className="block text-muted text-xs">{t(`${name}.meaning`)}</span>
					<span className="block text-muted text-xs">{t(`${name}.better`)}</span>
				</span>
			)}
			columns={[
				{ key: "figure", label: t("figure"), value: (part) => part.figure, cell: figure },
				...(comparison
					? [
							{
								key: "before",
								label: t("before"),
								value: (part: HealthPart) => before(part)?.figure ?? null,
								cell: (part: HealthPart) => figure(before(part) ?? { ...part, figure: null }),
							},
						]
					: []),
				{
					key: "score",
					label: t("score"),
					value: ({ score }) => score && score * 100,
					cell: ({ score }) => digits(score && score * 100, 0),
				},
				{ key: "weight", label: t("weight"), unit: "percent", value: ({ weight }) => weight },
				{
					key: "points",
					label: t("points"),
					value: ({ score, weight }) => score && score * weight * 100,
					cell: ({ score, weight }) => digits(score && score * weight * 100, 1),
				},
			]}
			rows={current.parts}
		/>
	);
}
