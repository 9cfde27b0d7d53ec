import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { searchString } from "@/lib/api/client";
import { chartsFor } from "@/lib/explore/catalogue";
import type { Pinned } from "@/lib/explore/pinned";
import { ExploreChart } from "./explore-chart";
import { useLevelName } from "./explore-states";

type PinnedChartsProps = { guildId: string; pinned: readonly Pinned[] };

/** The charts that managers of the server have put on everybody's overview. */
export function PinnedCharts({ guildId, pinned }: PinnedChartsProps) {
	const t = useTranslations("explore.pinned");
	if (pinned.length === 0) return null;
	return (
		<section aria-label={t("title")} className="grid gap-3 md:grid-cols-2">
			{pinned.map((chart) => (
				<ChartCard key={chart.id}>
					{chart.problem === null ? <Drawn guildId={guildId} chart={chart} /> : <NotDrawn chart={chart} />}
				</ChartCard>
			))}
		</section>
	);
}

type DrawnProps = { guildId: string; chart: Extract<Pinned, { problem: null }> };

function Drawn({ guildId, chart: { name, definition, result } }: DrawnProps) {
	const t = useTranslations("explore.pinned");
	return (
		<>
			<ExploreChart
				title={name}
				chart={definition.chart ?? chartsFor(definition.dimension)[0]}
				result={result}
				height={140}
				rows={5}
			/>
			<Link
				href={`/guilds/${guildId}/explore${searchString(definition)}`}
				aria-label={t("open", { name })}
				className="mt-2 inline-block rounded-sm text-accent text-xs hover:underline"
			>
				{t("openShort")}
			</Link>
		</>
	);
}

function NotDrawn({ chart }: { chart: Exclude<Pinned, { problem: null }> }) {
	const t = useTranslations("explore.pinned");
	const level = chart.problem === "needsLevel" ? chart.level : 0;
	const levelName = useLevelName(level);
	return (
		<>
			<h3 className="font-medium">{chart.name}</h3>
			<p className="mt-1 text-muted text-sm">
				{chart.problem === "needsLevel" ? t("needsLevel", { level, name: levelName }) : t(chart.problem)}
			</p>
		</>
	);
}
