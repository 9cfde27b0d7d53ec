import { axisHeight, topSpace } from "./axes";
import { type Scale, spreadLabels, yOf } from "./scale";
import { type ChartSeries, colourOf } from "./types";

type EndNamesProps = { series: readonly ChartSeries[]; scale: Scale; height: number };

/** Longer names are cut; the table and the cursor have them whole. */
const mostLetters = 18;

/** Each line's name where the line ends, moved apart when lines end close together. */
export function EndNames({ series, scale, height }: EndNamesProps) {
	const wanted = series.map(({ values }) =>
		yOf(values.findLast((value) => value !== null) ?? 0, scale, height),
	);
	const placed = spreadLabels(wanted, 15, height);
	const names = series.map(({ label }) =>
		label.length > mostLetters ? `${label.slice(0, mostLetters - 1)}…` : label,
	);
	const longest = Math.max(...names.map((name) => name.length));
	return (
		<svg
			width={longest * 7 + 16}
			height={height + axisHeight + topSpace}
			aria-hidden="true"
			className="shrink-0 overflow-visible @max-lg:hidden"
		>
			{series.map(({ key }, index) => {
				const y = topSpace + (placed[index] ?? 0);
				return (
					<g key={key}>
						<rect x="7" y={y - 5} width="3" height="10" rx="1" fill={colourOf(series, index)} />
						<text x="14" y={y + 4} className="fill-text text-xs">
							{names[index]}
						</text>
					</g>
				);
			})}
		</svg>
	);
}
