/** A press that came before the page listened: key, Ctrl, Meta. */
type EarlyKey = [key: string, ctrlKey: boolean, metaKey: boolean];

declare global {
	interface Window {
		/** Kept by `earlyKeysScript` until the shell takes them over. */
		earlyKeys?: EarlyKey[] | undefined;
	}
}

/**
 * Runs in the document's head, long before the page's own code: keeps the shortcuts that somebody quick presses while it
 * loads, for ten seconds at most. What is typed into a field, and what belongs to the browser, is left alone.
 */
export const earlyKeysScript = `(() => {
	window.earlyKeys = [];
	setTimeout(() => { window.earlyKeys = undefined; }, 10_000);
	document.addEventListener("keydown", function keep(event) {
		if (!window.earlyKeys) return document.removeEventListener("keydown", keep);
		const { key, ctrlKey, metaKey, altKey } = event;
		const palette = (ctrlKey || metaKey) && key.toLowerCase() === "k";
		const shortcut = !ctrlKey && !metaKey && !altKey && key.length === 1 && key !== " " && event.target === document.body;
		if (!palette && !shortcut) return;
		window.earlyKeys.push([key, ctrlKey, metaKey]);
		event.preventDefault();
	});
})()`;

/** Presses the kept keys again, once; called when the page listens. */
export function replayEarlyKeys(): void {
	const keys = window.earlyKeys ?? [];
	window.earlyKeys = undefined;
	for (const [key, ctrlKey, metaKey] of keys) {
		const press = { key, ctrlKey, metaKey, bubbles: true, cancelable: true };
		document.body.dispatchEvent(new KeyboardEvent("keydown", press));
	}
}
