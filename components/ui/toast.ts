export type ToastTone = "good" | "danger" | "info";
export type Toast = {
	tone: ToastTone;
	title: string;
	description?: string | undefined;
	action?: { label: string; onClick: () => void } | undefined;
};

type Listener = (toast: Toast) => void;

let listener: Listener | undefined;
const waiting: Toast[] = [];

/** Shows a short message at the window's edge, from anywhere in the browser; its code loads with the first one. */
export function notify(toast: Toast): void {
	if (listener) listener(toast);
	else waiting.push(toast);
}

/** Connects the one host that draws toasts; answers how to disconnect it. */
export function onToast(next: Listener): () => void {
	listener = next;
	for (const toast of waiting.splice(0)) next(toast);
	return () => {
		if (listener === next) listener = undefined;
	};
}
