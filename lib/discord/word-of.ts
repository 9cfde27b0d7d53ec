/** The database's word for a number of Discord's; one that Discord added later becomes `unknown_<n>`. */
export function wordOf<Word extends string>(
	words: Partial<Record<number, Word>>,
	number: number,
): Word | `unknown_${number}` {
	return words[number] ?? `unknown_${number}`;
}
