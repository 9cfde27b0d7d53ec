/** What each mark makes of the text it encloses. */
export const styles = {
	"**": "strong",
	"*": "emphasis",
	_: "emphasis",
	__: "underline",
	"~~": "strike",
	"||": "spoiler",
} as const;

export type Mark = keyof typeof styles;

/** The mark of one, and of two, of a character. */
export const singles: Partial<Record<string, Mark>> = { "*": "*", _: "_" };
export const doubles: Partial<Record<string, Mark>> = { "*": "**", _: "__", "~": "~~", "|": "||" };

/** `*` wants something beside it; `_` inside a word is part of the word. */
export function mayOpen(mark: Mark, before: string, after: string): boolean {
	return mark === "*" ? /\S/.test(after) : mark !== "_" || !/\w/.test(before);
}

/** The same for the end. */
export function mayClose(mark: Mark, before: string, after: string): boolean {
	return mark === "*" ? /\S/.test(before) : mark !== "_" || !/\w/.test(after);
}
