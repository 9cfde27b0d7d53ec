/** Runs one step with a line when it begins and one with its duration when it is done. */
export async function step<T>(title: string, work: (say: (text: string) => void) => Promise<T>): Promise<T> {
	const begun = performance.now();
	console.log(`· ${title} …`);
	const result = await work((text) => console.log(`    ${text}`));
	console.log(`✓ ${title} (${seconds(performance.now() - begun)})`);
	return result;
}

/** `0.4 s`, `12.0 s`, `3 min 20 s`. */
export function seconds(milliseconds: number): string {
	const whole = Math.round(milliseconds / 1000);
	if (whole < 60) return `${(milliseconds / 1000).toFixed(1)} s`;
	return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
