export type Voice = {
	/** A line that stays. */
	say(text: string): void;
	/** A line that the next one replaces; only where somebody watches. */
	tick(text: string): void;
};

const CLEAR_LINE = "\r\x1b[2K";

function voice(out: NodeJS.WriteStream): Voice {
	return {
		say: (text) => out.write(`${out.isTTY ? CLEAR_LINE : ""}    ${text}\n`),
		tick: (text) => {
			if (out.isTTY) out.write(`${CLEAR_LINE}    ${text.slice(0, Math.max(20, out.columns - 6))}`);
		},
	};
}

/** Runs one step with a line when it begins and one with its duration when it is done. */
export async function step<T>(title: string, work: (voice: Voice) => Promise<T>): Promise<T> {
	const begun = performance.now();
	const out = process.stdout;
	out.write(`· ${title} …\n`);
	const result = await work(voice(out));
	out.write(`${out.isTTY ? CLEAR_LINE : ""}✓ ${title} (${seconds(performance.now() - begun)})\n`);
	return result;
}

/** `0.4 s`, `12.0 s`, `3 min 20 s`. */
export function seconds(milliseconds: number): string {
	const whole = Math.round(milliseconds / 1000);
	if (whole < 60) return `${(milliseconds / 1000).toFixed(1)} s`;
	return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
