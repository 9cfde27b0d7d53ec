/** What the numbers count; it decides how they are written. `percent` takes shares of 1, `minutes` whole minutes. */
export type ChartUnit = "number" | "percent" | "milliseconds" | "minutes";

/** The palette's variables --chart-1 to --chart-8. */
export type ChartColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One place on the horizontal axis; places are evenly spaced. */
export type ChartPoint = {
	/** Goes into the CSV: an ISO date, say. */
	key: string;
	/** Read out and shown on hover: "Friday, 21 November". */
	label: string;
	/** Under the axis: "21 Nov". */
	tick: string;
	/** The dates that the place covers, `YYYY-MM-DD`, both included. Where all places have them, the chart can be zoomed. */
	days?: { first: string; last: string };
};

export type ChartSeries = {
	key: string;
	label: string;
	/** As many as there are points; null where nothing is known, which leaves a gap. */
	values: readonly (number | null)[];
	/** The same places in the period before: drawn as a grey hairline. */
	previous?: readonly (number | null)[];
	colour?: ChartColour;
	/** Where a table's columns differ in it; a chart's series share the chart's. */
	unit?: ChartUnit;
};

export type ChartProps = {
	title: string;
	/** One sentence that says what the chart shows; without it, the chart says its total, if it has one, and its peak. */
	summary?: string;
	/** The figure of the whole range and of the one it is compared with; given, because distinct counts cannot be added up. */
	total?: { value: number; previous?: number | null };
	points: readonly ChartPoint[];
	series: readonly ChartSeries[];
	unit?: ChartUnit;
	/** CSS pixels of the plot; the axis comes on top. */
	height?: number;
	/** The last place is not over yet: it is drawn open and labelled so. */
	unfinished?: boolean;
};

/** The colour of the series at `index`: its own, or the next of the palette. */
export function colourOf(series: readonly ChartSeries[], index: number): string {
	return `var(--chart-${series[index]?.colour ?? (index % 8) + 1})`;
}
