type SparklineProps = {
	/** One value a step, oldest first. */
	values: number[];
	/** The period before, drawn as a grey hairline. */
	previous?: number[] | undefined;
};

const width = 100;
const height = 40;

function path(values: number[], highest: number): string {
	const step = width / Math.max(1, values.length - 1);
	return values
		.map((value, index) => {
			const y = height - 2 - (value / highest) * (height - 4);
			return `${index === 0 ? "M" : "L"}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
		})
		.join("");
}

/** A line without axes, from zero, 40 px high; decorative, because the figure beside it says what it shows. */
export function Sparkline({ values, previous = [] }: SparklineProps) {
	if (values.length < 2) return <div className="h-10" />;
	const highest = Math.max(1, ...values, ...previous);
	const line = path(values, highest);
	return (
		<svg
			viewBox={`0 0 ${width} ${height}`}
			preserveAspectRatio="none"
			aria-hidden="true"
			className="h-10 w-full overflow-visible"
			fill="none"
		>
			<path d={`${line}L${width} ${height}L0 ${height}Z`} fill="var(--accent-tint)" />
			{previous.length > 1 ? (
				<path d={path(previous, highest)} stroke="var(--chart-previous)" vectorEffect="non-scaling-stroke" />
			) : null}
			<path d={line} stroke="var(--chart-1)" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
		</svg>
	);
}
