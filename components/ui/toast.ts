export type ToastTone = "good" | "danger" | "info";
export type Toast = {
	tone: ToastTone;
	title: string;
	description?: string | undefined;
	action?: { label: string; onClick: () => void } | undefined;
};

type Listener = (toast: Toast) => void;

let draw: Listener | undefined;
let wake: (() => void) | undefined;
const waiting: Toast[] = [];

/** Shows a short message at the window's edge, from anywhere in the browser; its code loads with the first one. */
export function notify(toast: Toast): void {
	if (draw) {
		draw(toast);
	} else {
		waiting.push(toast);
		wake?.();
	}
}

/** Notifies the host that something waits to be drawn; returns how to unsubscribe. */
export function onFirstToast(next: () => void): () => void {
	wake = next;
	if (waiting.length > 0) next();
	return () => {
		if (wake === next) wake = undefined;
	};
}

/** Connects the one component that draws toasts, with those that waited; answers how to disconnect it. */
export function onToast(next: Listener): () => void {
	draw = next;
	for (const toast of waiting.splice(0)) next(toast);
	return () => {
		if (draw === next) draw = undefined;
	};
}
