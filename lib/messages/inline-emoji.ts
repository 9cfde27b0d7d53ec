/** A custom emoji that an export wrote as `:name:` in the text. */
export type InlineEmoji = { id: string; name: string; animated: boolean };

/**
 * The text with the custom emoji of an export in Discord's own spelling, `<:name:id>`, so that they are drawn. Code keeps
 * its colons: the exporter writes emoji there as they stand.
 */
export function restoreEmoji(content: string, emojis: readonly InlineEmoji[] | null): string {
	if (emojis === null || emojis.length === 0) return content;
	const spelled = new Map(
		emojis.map(({ id, name, animated }) => [name, `<${animated ? "a" : ""}:${name}:${id}>`]),
	);
	return content
		.split(/(```[\s\S]*?```|`[^`\n]*`)/)
		.map((piece, index) =>
			index % 2 === 1
				? piece
				: piece.replace(/(?<!<a?):(\w{2,32}):(?!\d)/g, (text, name: string) => spelled.get(name) ?? text),
		)
		.join("");
}
