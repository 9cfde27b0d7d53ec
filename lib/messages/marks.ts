/**
 * The words of a web search that a result has in it: without `-excluded` ones, `or` and signs. A quoted phrase is marked
 * word by word.
 */
export function searchMarks(query: string): string[] {
	const wanted = query.replace(/(^|\s)-("[^"]*"|\S+)/g, " ");
	const words = wanted.match(/[\p{L}\p{N}_]+/gu) ?? [];
	return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word !== "or");
}
