import Link from "next/link";
import { useLocale } from "next-intl";
import { formatPercent } from "@/lib/format";
import { exactFigure } from "./format";
import type { RankedItem } from "./ranked-bars";
import { Sparkline } from "./sparkline";
import type { ChartUnit } from "./types";

type RankedRowProps = { item: RankedItem; largest: number; unit: ChartUnit };

/** One item of a ranking: its name and figures, and below them its bar. */
export function RankedRow({ item, largest, unit }: RankedRowProps) {
	const { name, label = name, href, value, previous, share, trend } = item;
	const locale = useLocale();
	return (
		<li>
			<div className="flex min-w-0 items-center gap-3 text-sm">
				<span className="min-w-0 grow truncate">
					{href ? (
						<Link href={href} className="hover:underline">
							{label}
						</Link>
					) : (
						label
					)}
				</span>
				{trend && (
					<span className="w-16 shrink-0">
						<Sparkline values={trend} height={18} />
					</span>
				)}
				{share !== undefined && (
					<span className="w-11 shrink-0 text-right text-muted">{formatPercent(share, locale)}</span>
				)}
				<span className={`shrink-0 text-right font-medium ${trend || share !== undefined ? "min-w-12" : ""}`}>
					{exactFigure(value, unit, locale)}
				</span>
			</div>
			<svg width="100%" height="6" aria-hidden="true" className="mt-1 block">
				<rect width="100%" height="6" rx="3" className="fill-chart-grid" />
				<rect width={`${(value / largest) * 100}%`} height="6" rx="3" className="fill-chart-1" />
				{previous !== undefined && previous !== null && (
					<rect
						x={`${(previous / largest) * 100}%`}
						width="2"
						height="6"
						className="fill-text"
						transform="translate(-1 0)"
					/>
				)}
			</svg>
		</li>
	);
}
