/** What can be opened above every page; the code of each is loaded with its first use. */
export type Overlay = "palette" | "shortcuts";

let open: ((overlay: Overlay) => void) | undefined;

/** Opens an overlay from anywhere in the shell. */
export function openOverlay(overlay: Overlay): void {
	open?.(overlay);
}

/** Connects the one host that shows them; answers how to disconnect it. */
export function onOverlay(show: (overlay: Overlay) => void): () => void {
	open = show;
	return () => {
		if (open === show) open = undefined;
	};
}
