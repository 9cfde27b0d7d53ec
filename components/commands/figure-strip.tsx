import { useLocale, useTranslations } from "next-intl";
import { Trend } from "@/components/layout/trend-tile";
import type { CommandFigures } from "@/lib/commands/schema";
import { formatCompact, formatLatency, formatNumber, formatPercent } from "@/lib/format";

type FigureStripProps = {
	current: CommandFigures;
	/** The same of the period before. */
	previous: CommandFigures;
};

/** A period's uses, errors and times on one line, each against the period before. */
export function FigureStrip({ current, previous }: FigureStripProps) {
	const t = useTranslations("commands.figures");
	const locale = useLocale();
	const latency = (milliseconds: number) => formatLatency(Math.round(milliseconds), locale);
	const percent = (ratio: number) => formatPercent(ratio, locale);
	const count = (value: number) => formatNumber(value, locale);
	return (
		<dl className="flex items-baseline gap-x-6 text-sm max-md:flex-wrap max-md:gap-y-1 max-md:pt-2">
			<Figure label={t("executions")} title={count(current.executions)}>
				{formatCompact(current.executions, locale)}
				<Trend value={current.executions} previous={previous.executions} good="neither" format={count} />
			</Figure>
			<Figure label={t("errors")} title={count(current.errors)}>
				{percent(errorRate(current))}
				<Trend value={errorRate(current)} previous={errorRate(previous)} good="down" format={percent} />
			</Figure>
			<Figure label={t("median")} title={t("medianMeaning")}>
				{current.median === null ? "–" : latency(current.median)}
				<Trend value={current.median ?? 0} previous={previous.median} good="down" format={latency} />
			</Figure>
			<Figure label={t("slowest")} title={t("slowestMeaning")}>
				{current.slowest === null ? "–" : latency(current.slowest)}
				<Trend value={current.slowest ?? 0} previous={previous.slowest} good="down" format={latency} />
			</Figure>
		</dl>
	);
}

function errorRate({ executions, errors }: CommandFigures): number {
	return executions === 0 ? 0 : errors / executions;
}

function Figure({ label, title, children }: { label: string; title: string; children: React.ReactNode }) {
	return (
		<div title={title} className="flex min-w-0 items-baseline gap-1.5">
			<dt className="whitespace-nowrap text-muted text-xs">{label}</dt>
			<dd className="flex items-baseline gap-1 whitespace-nowrap font-semibold [&>*]:font-normal">
				{children}
			</dd>
		</div>
	);
}
