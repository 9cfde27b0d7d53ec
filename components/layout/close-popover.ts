/** Closes the native popover an element is in, if it is open as one: following a link inside it has done its work. */
export function closePopover(inside: Element): void {
	const popover = inside.closest<HTMLElement>("[popover]:popover-open");
	if (popover) popover.hidePopover();
}
