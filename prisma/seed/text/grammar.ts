import type { Random } from "../random";

/** What is said under one topic: lines that start a conversation and lines that carry it on. */
export type Theme = {
	open: readonly string[];
	reply: readonly string[];
	/** Words for this theme's `{slots}`; they come before the shared ones. */
	words?: Readonly<Record<string, readonly string[]>>;
};

type Part = { text: string } | { slot: string };

const compiled = new Map<string, readonly Part[]>();

function compile(template: string): readonly Part[] {
	const known = compiled.get(template);
	if (known) return known;
	const parts = template
		.split(/\{(\w+)\}/)
		.map((piece, index): Part => (index % 2 === 1 ? { slot: piece } : { text: piece }));
	compiled.set(template, parts);
	return parts;
}

/**
 * Fills a template's `{slots}` from the given word lists, the first list that knows a slot winning. Words may hold slots.
 * @throws Error for a slot that no list knows, so that a typo cannot reach the demo.
 */
export function fill(
	template: string,
	random: Random,
	...vocabularies: readonly (Readonly<Record<string, readonly string[]>> | undefined)[]
): string {
	let text = "";
	for (const part of compile(template)) {
		if ("text" in part) {
			text += part.text;
			continue;
		}
		const words = vocabularies.find((vocabulary) => vocabulary?.[part.slot])?.[part.slot];
		if (!words) throw new Error(`no words for {${part.slot}} in "${template}"`);
		text += fill(random.pick(words), random, ...vocabularies);
	}
	return text;
}
