import type { Inline } from "./tree";

/** Joins neighbouring text and takes the line breaks off that a code block makes itself. */
export function tidy(nodes: readonly Inline[]): Inline[] {
	const tidied: Inline[] = [];
	nodes.forEach((node, index) => {
		const last = tidied.at(-1);
		if (node.type === "text" && last?.type === "text") {
			tidied[tidied.length - 1] = { type: "text", text: last.text + node.text };
		} else if (node.type !== "break" || !touchesCodeBlock(nodes, index)) {
			tidied.push(node);
		}
	});
	return tidied;
}

function touchesCodeBlock(nodes: readonly Inline[], index: number): boolean {
	return nodes[index - 1]?.type === "codeBlock" || nodes[index + 1]?.type === "codeBlock";
}
