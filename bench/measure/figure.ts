/** One thing that was measured. */
export type Figure = {
	/** What, in words. */
	figure: string;
	/** How many messages the population has in which it was measured. */
	messages?: number;
	value: number;
	unit: string;
	/** The value relative to something measured in the same run, since machines differ; and what that is. */
	ratio?: number;
	against?: string;
	/** What `performance.md` asks for. */
	target?: string;
};

/** Prints a figure as one line of JSON, rounded to three significant digits after the point. */
export function print(figure: Figure): void {
	const rounded = { ...figure, value: round(figure.value) };
	if (figure.ratio !== undefined) rounded.ratio = round(figure.ratio);
	console.log(JSON.stringify(rounded));
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}

/** Runs `work` and answers how many seconds it took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return (performance.now() - begun) / 1000;
}
