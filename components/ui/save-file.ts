/** How long a browser may take until it has taken hold of the file, in milliseconds. */
const holdMs = 60_000;

/** Hands something over as a file. */
export function saveFile(content: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), holdMs);
}
