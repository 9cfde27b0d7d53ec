import { paint } from "./paint";

/** CSS pixels around the figure. */
const margin = 24;
/** Pixels of the picture for one of the page. */
const scale = 2;

/**
 * A figure of the page as a PNG: what is seen of it, with the fonts and colours it has, on its own ground. What is
 * marked `data-no-picture` is left out, and what scrolls sideways is drawn whole. Throws when the browser has no canvas.
 */
export async function drawPicture(figure: HTMLElement): Promise<Blob> {
	await document.fonts.ready;
	const scrolled = [...figure.querySelectorAll<HTMLElement>("[data-scrolls]")];
	const before = scrolled.map(({ scrollLeft }) => scrollLeft);
	for (const each of scrolled) each.scrollLeft = 0;
	try {
		return await pngOf(canvasOf(figure, scrolled));
	} finally {
		for (const [index, each] of scrolled.entries()) each.scrollLeft = before[index] ?? 0;
	}
}

/** Puts the picture on the clipboard; fails where the browser or the reader does not allow it. */
export async function copyPicture(picture: Blob): Promise<void> {
	await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
}

function canvasOf(figure: HTMLElement, scrolled: readonly HTMLElement[]): HTMLCanvasElement {
	const box = figure.getBoundingClientRect();
	const rights = scrolled.map((each) => each.getBoundingClientRect().left + each.scrollWidth);
	const width = Math.max(box.right, ...rights) - box.left + 2 * margin;
	const canvas = document.createElement("canvas");
	canvas.width = Math.ceil(width * scale);
	canvas.height = Math.ceil((box.height + 2 * margin) * scale);
	const context = canvas.getContext("2d");
	if (!context) throw new Error("no canvas");
	context.fillStyle = groundOf(figure);
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.scale(scale, scale);
	context.translate(margin - box.left, margin - box.top);
	paint(figure, context);
	return canvas;
}

/** The figure's background colour: its own, or that of the nearest element around it. */
function groundOf(element: Element | null): string {
	if (!element) return "Canvas";
	const { backgroundColor } = getComputedStyle(element);
	return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
}

function isClear(colour: string): boolean {
	return /^(transparent|rgba\(0, 0, 0, 0\))$/.test(colour);
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
	});
}
