import { areaPath, finishedValues, lastStep, linePath, type Scale, xOf, yOf } from "./scale";
import type { ChartSeries } from "./types";

type LineMarksProps = {
	series: ChartSeries;
	colour: string;
	scale: Scale;
	height: number;
	/** Tints the area below. */
	isFilled: boolean;
	/** The last place is not over yet: the way there is dashed. */
	unfinished: boolean;
};

/** A line, in a box 100 wide that is stretched to the plot. */
export function LineMarks({
	series: { values },
	colour,
	scale,
	height,
	isFilled,
	unfinished,
}: LineMarksProps) {
	const stroke = { strokeWidth: "2", vectorEffect: "non-scaling-stroke" } as const;
	return (
		<g stroke={colour}>
			{isFilled && (
				<path d={areaPath(values, scale, height)} fill={colour} fillOpacity="0.12" stroke="none" />
			)}
			<path d={linePath(unfinished ? finishedValues(values) : values, scale, height)} {...stroke} />
			{unfinished && <path d={linePath(lastStep(values), scale, height)} strokeDasharray="3 4" {...stroke} />}
		</g>
	);
}

type LastDotProps = {
	series: ChartSeries;
	colour: string;
	scale: Scale;
	height: number;
	unfinished: boolean;
};

/** Marks the latest known value; hollow where it is not over yet. */
export function LastDot({ series: { values }, colour, scale, height, unfinished }: LastDotProps) {
	const index = values.findLastIndex((value) => value !== null);
	const value = values[index] ?? null;
	if (value === null) return null;
	const place = { cx: `${xOf(index, values.length, "edges")}%`, cy: yOf(value, scale, height), r: "3" };
	return unfinished && index === values.length - 1 ? (
		<circle {...place} stroke={colour} strokeWidth="1.5" className="fill-surface" />
	) : (
		<circle {...place} fill={colour} strokeWidth="1.5" className="stroke-surface" />
	);
}
