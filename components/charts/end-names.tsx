import { axisHeight, topSpace } from "./axes";
import { type Scale, spreadLabels, yOf } from "./scale";
import { type ChartSeries, colourOf } from "./types";

type EndNamesProps = { series: readonly ChartSeries[]; scale: Scale; height: number };

/** Each line's name where the line ends, moved apart when lines end close together. */
export function EndNames({ series, scale, height }: EndNamesProps) {
	const wanted = series.map(({ values }) =>
		yOf(values.findLast((value) => value !== null) ?? 0, scale, height),
	);
	const placed = spreadLabels(wanted, 15, height);
	const longest = Math.max(...series.map(({ label }) => label.length));
	return (
		<svg
			width={Math.min(140, longest * 7 + 16)}
			height={height + axisHeight + topSpace}
			aria-hidden="true"
			className="shrink-0 overflow-visible @max-lg:hidden"
		>
			{series.map(({ key, label }, index) => {
				const y = topSpace + (placed[index] ?? 0);
				return (
					<g key={key}>
						<rect x="7" y={y - 5} width="3" height="10" rx="1" fill={colourOf(series, index)} />
						<text x="14" y={y + 4} className="fill-text text-xs">
							{label}
						</text>
					</g>
				);
			})}
		</svg>
	);
}
