/** Where a picture is painted: its coordinates are those of the window. */
export type Canvas = CanvasRenderingContext2D;

/**
 * Paints an element and what is in it as the page shows them: boxes with their ground and lower edge, text, and SVG's
 * rectangles, circles, lines and paths. That is all that charts are made of; pictures of other sites are not painted.
 */
export function paint(element: Element, canvas: Canvas): void {
	if (element.matches("[data-no-picture], .sr-only, [hidden]")) return;
	const style = getComputedStyle(element);
	if (style.display === "none" || style.visibility === "hidden") return;
	canvas.save();
	if (element instanceof SVGGeometryElement) paintShape(element, style, canvas);
	else if (element instanceof HTMLElement) paintBox(element, style, canvas);
	for (const child of element.childNodes) {
		if (child instanceof Element) paint(child, canvas);
		else if (child instanceof Text) paintText(child, style, canvas);
	}
	canvas.restore();
}

function paintBox(element: HTMLElement, style: CSSStyleDeclaration, canvas: Canvas): void {
	const { left, top, bottom, width, height } = element.getBoundingClientRect();
	const box = new Path2D();
	box.roundRect(left, top, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0);
	canvas.fillStyle = style.backgroundColor;
	canvas.fill(box);
	const edge = Number.parseFloat(style.borderBottomWidth);
	if (edge > 0) {
		canvas.fillStyle = style.borderBottomColor;
		canvas.fillRect(left, bottom - edge, width, edge);
	}
	if (style.textOverflow === "ellipsis") canvas.clip(box);
}

function paintShape(shape: SVGGeometryElement, style: CSSStyleDeclaration, canvas: Canvas): void {
	const matrix = shape.getScreenCTM();
	if (!matrix) return;
	const path = new Path2D();
	path.addPath(outlineOf(shape), matrix);
	canvas.globalAlpha = Number(style.opacity);
	paintInk(style.fill, style.fillOpacity, canvas, (ink) => {
		canvas.fillStyle = ink;
		canvas.fill(path);
	});
	paintInk(style.stroke, style.strokeOpacity, canvas, (ink) => {
		const isFixed = style.vectorEffect === "non-scaling-stroke";
		const zoom = isFixed ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
		canvas.strokeStyle = ink;
		canvas.lineWidth = Number.parseFloat(style.strokeWidth) * zoom;
		canvas.lineCap = capOf(style.strokeLinecap);
		canvas.lineJoin = joinOf(style.strokeLinejoin);
		canvas.setLineDash(lengthsOf(style.strokeDasharray));
		canvas.stroke(path);
	});
}

function paintInk(ink: string, opacity: string, canvas: Canvas, apply: (ink: string) => void): void {
	if (ink === "none") return;
	const before = canvas.globalAlpha;
	canvas.globalAlpha = before * Number(opacity);
	apply(ink);
	canvas.globalAlpha = before;
}

function outlineOf(shape: SVGGeometryElement): Path2D {
	if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute("d") ?? "");
	const path = new Path2D();
	if (shape instanceof SVGRectElement) {
		const { x, y, width, height, rx } = shape;
		const radius = Math.min(rx.baseVal.value, width.baseVal.value / 2, height.baseVal.value / 2);
		path.roundRect(x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value, radius);
	} else if (shape instanceof SVGCircleElement) {
		path.arc(shape.cx.baseVal.value, shape.cy.baseVal.value, shape.r.baseVal.value, 0, 2 * Math.PI);
	} else if (shape instanceof SVGLineElement) {
		path.moveTo(shape.x1.baseVal.value, shape.y1.baseVal.value);
		path.lineTo(shape.x2.baseVal.value, shape.y2.baseVal.value);
	}
	return path;
}

function paintText(node: Text, style: CSSStyleDeclaration, canvas: Canvas): void {
	const isDrawing = node.parentElement instanceof SVGElement;
	const { align, along } = alignmentOf(isDrawing ? style.textAnchor : style.textAlign);
	canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	canvas.textAlign = align;
	for (const { text, box } of linesOf(node)) {
		const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = canvas.measureText(text);
		const x = box.left + box.width * along;
		const y = box.top + (box.height - ascent - descent) / 2 + ascent;
		if (isDrawing && style.paintOrder.startsWith("stroke") && style.stroke !== "none") {
			canvas.strokeStyle = style.stroke;
			canvas.lineWidth = Number.parseFloat(style.strokeWidth);
			canvas.lineJoin = "round";
			canvas.strokeText(text, x, y);
		}
		canvas.fillStyle = isDrawing ? style.fill : style.color;
		canvas.fillText(text, x, y);
	}
}

/** Canvas has no figures of one width: a line keeps the side by which the page aligns it, wherever its other one ends. */
function alignmentOf(given: string): { align: CanvasTextAlign; along: number } {
	if (given === "right" || given === "end") return { align: "right", along: 1 };
	return given === "center" || given === "middle"
		? { align: "center", along: 0.5 }
		: { align: "left", along: 0 };
}

type Line = { text: string; box: DOMRect };

/** The words of a text, together as far as they stand on one line. */
function linesOf(node: Text): Line[] {
	const range = document.createRange();
	const boxOf = (start: number, end: number) => {
		range.setStart(node, start);
		range.setEnd(node, end);
		return range.getBoundingClientRect();
	};
	const lines: { start: number; end: number; top: number }[] = [];
	for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
		const { top } = boxOf(index, index + word.length);
		const line = lines.at(-1);
		if (line && Math.abs(line.top - top) < 2) line.end = index + word.length;
		else lines.push({ start: index, end: index + word.length, top });
	}
	return lines.map(({ start, end }) => ({ text: node.data.slice(start, end), box: boxOf(start, end) }));
}

function lengthsOf(text: string): number[] {
	return text === "none" ? [] : text.split(/[\s,]+/).map(Number.parseFloat);
}

function capOf(text: string): CanvasLineCap {
	return text === "round" || text === "square" ? text : "butt";
}

function joinOf(text: string): CanvasLineJoin {
	return text === "round" || text === "bevel" ? text : "miter";
}
