import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/lib/cn";
import { formatCompact, formatNumber, formatPercent, percentChange } from "@/lib/format";

type TrendTileProps = {
	label: string;
	value: number;
	/** The same figure for the period before; null when there was none. */
	previous?: number | null;
	/** Which direction is good news; `neither` only reports. */
	good?: "up" | "down" | "neither";
	/** The period, one value a step. */
	series?: number[];
	/** The last step of the series is not over yet. */
	unfinished?: boolean;
	/** What the figure is made of, in a few words. */
	detail?: ReactNode;
	/** The page that explains the figure; without it, the tile is no link. */
	href?: string | undefined;
	/** How the figure is written; compact and exact numbers otherwise. */
	format?: (value: number) => string;
};

/** A figure of a period, how it changed and its course; a link to the page that explains it. */
export function TrendTile(props: TrendTileProps) {
	const { label, value, previous = null, good = "up", series, detail, href, format } = props;
	const locale = useLocale();
	const exact = format?.(value) ?? formatNumber(value, locale, 1);
	const content = (
		<>
			<span className="truncate text-muted text-sm">{label}</span>
			<span className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
				<span title={exact} className="font-semibold text-2xl tracking-tight">
					{format?.(value) ?? formatCompact(value, locale)}
				</span>
				<Trend value={value} previous={previous} good={good} format={format} />
			</span>
			{detail ? <span className="text-muted text-xs">{detail}</span> : null}
			{series ? (
				<span className="mt-auto block pt-2">
					<Sparkline values={series} unfinished={props.unfinished ?? false} />
				</span>
			) : null}
		</>
	);
	return href === undefined ? (
		<div className={tile}>{content}</div>
	) : (
		<Link href={href} className={cn(tile, "hover:border-field")}>
			{content}
		</Link>
	);
}

const tile = "flex min-w-0 flex-col rounded-lg border border-border bg-surface p-3";

type TrendProps = {
	value: number;
	previous: number | null;
	good: "up" | "down" | "neither";
	format?: ((value: number) => string) | undefined;
};

const arrows = { up: ArrowUp, down: ArrowDown, flat: ArrowRight };

/** Arrow, percent and whether that is good, in words as well as in colour. */
export function Trend({ value, previous, good, format }: TrendProps) {
	const t = useTranslations("common.change");
	const locale = useLocale();
	const { ratio, direction } = percentChange(value, previous);
	if (previous === null) return null;
	const verdict =
		direction === "flat" || good === "neither" ? "neutral" : direction === good ? "good" : "bad";
	const Arrow = arrows[direction];
	const percent = ratio === null ? t("new") : formatPercent(Math.abs(ratio), locale, 0);
	const before = format?.(previous) ?? formatNumber(previous, locale, 1);
	return (
		<span
			title={t("against", { previous: before })}
			className={cn(
				"inline-flex items-baseline gap-0.5 whitespace-nowrap text-xs",
				verdict === "good" && "text-good",
				verdict === "bad" && "text-danger",
				verdict === "neutral" && "text-muted",
			)}
		>
			<Arrow aria-hidden className="size-3 self-center" />
			<span className="sr-only">{direction === "flat" ? t("flat") : t(direction, { percent })}</span>
			<span aria-hidden>{percent}</span>
			{verdict === "neutral" ? null : <span>{t(verdict)}</span>}
		</span>
	);
}
