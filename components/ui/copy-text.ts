/**
 * Puts text on the clipboard. Over plain http browsers give scripts none; there the text is selected and copied as a key
 * press would do it.
 * @throws where the browser or the reader does not allow it
 */
export async function copyText(text: string): Promise<void> {
	if (window.isSecureContext) return navigator.clipboard.writeText(text);
	const field = document.createElement("textarea");
	field.value = text;
	field.style.position = "fixed";
	field.style.opacity = "0";
	// A dialog keeps the focus inside itself.
	(document.activeElement?.closest("[role=dialog]") ?? document.body).append(field);
	field.select();
	const copied = document.execCommand("copy");
	field.remove();
	if (!copied) throw new Error("the browser copied nothing");
}
