/** Whether a key press belongs to something that takes text, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
		return true;
	const target = event.target;
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.closest("[role=dialog], [role=alertdialog], dialog[open]"))
		return true;
	return target instanceof HTMLInputElement
		? !["checkbox", "radio", "button"].includes(target.type)
		: target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
