import { areaPath, finishedValues, lastStep, linePath, scaleAround } from "./scale";

type SparklineProps = {
	values: readonly (number | null)[];
	/** Says what the line shows; without it, the line is decoration beside a figure that says it. */
	label?: string;
	/** CSS pixels. */
	height?: number;
	className?: string;
	/** The last value is not over yet: the way there is dashed. */
	unfinished?: boolean;
};

/** A line without axes, as wide as its container. */
export function Sparkline({
	values,
	label,
	height = 40,
	className = "",
	unfinished = false,
}: SparklineProps) {
	const scale = scaleAround(values);
	const inner = height - 4;
	return (
		<>
			{label !== undefined && <span className="sr-only">{label}</span>}
			<svg
				aria-hidden="true"
				viewBox={`0 -2 100 ${height}`}
				preserveAspectRatio="none"
				width="100%"
				height={height}
				className={`block overflow-visible ${className}`}
				fill="none"
			>
				<path d={areaPath(values, scale, inner)} fill="var(--chart-1)" fillOpacity="0.1" />
				<g stroke="var(--chart-1)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round">
					<path
						d={linePath(unfinished ? finishedValues(values) : values, scale, inner)}
						vectorEffect="non-scaling-stroke"
					/>
					{unfinished && (
						<path
							d={linePath(lastStep(values), scale, inner)}
							strokeDasharray="2 3"
							vectorEffect="non-scaling-stroke"
						/>
					)}
				</g>
			</svg>
		</>
	);
}
