import { useLocale, useTranslations } from "next-intl";
import { TrendTile } from "@/components/layout/trend-tile";
import type { Growth } from "@/lib/analytics/growth/schema";
import { sumOf } from "@/lib/analytics/period/series";
import { formatNumber } from "@/lib/format";
import { Tiles } from "../tiles";

/** Members, who came and who went, each against what it is compared with. */
export function GrowthFigures({ figures }: { figures: Growth }) {
	const t = useTranslations("analytics-growth.figures");
	const locale = useLocale();
	const { members, joins, leaves, net, boosters, period } = figures;
	const unfinished = period.underWay;
	const signed = (value: number) =>
		new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(value);
	return (
		<Tiles label={t("title")}>
			<TrendTile label={t("members")} {...members} />
			<TrendTile label={t("joins")} {...joins} unfinished={unfinished} />
			<TrendTile label={t("leaves")} {...leaves} good="down" unfinished={unfinished} />
			<TrendTile label={t("net")} {...net} unfinished={unfinished} format={signed} />
			{boosters.now > 0 ? (
				<TrendTile
					label={t("boosters")}
					value={boosters.now}
					detail={t("begun", {
						count: sumOf(boosters.begun),
						exact: formatNumber(sumOf(boosters.begun), locale),
					})}
				/>
			) : null}
		</Tiles>
	);
}
