import { Fragment } from "react";

type MarkedProps = {
	text: string;
	/** Words in lower case. */
	words: readonly string[] | undefined;
};

/** Text with the words of a search marked, whole words only, whatever their case. */
export function Marked({ text, words = [] }: MarkedProps) {
	if (words.length === 0) return text;
	const wanted = new Set(words);
	return text.split(/([\p{L}\p{N}_]+)/u).map((piece, index) => {
		const isMarked = index % 2 === 1 && wanted.has(piece.toLowerCase());
		return isMarked ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
			<mark key={index} className="rounded-xs bg-warning-tint text-text">
				{piece}
			</mark>
		) : (
			// biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
			<Fragment key={index}>{piece}</Fragment>
		);
	});
}
