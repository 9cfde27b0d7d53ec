import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { type Mark, markAfterKey, nothing, stretchOf } from "./mark";
import { placeAt, type Spread } from "./scale";

export type Brush = {
	/** Said with the slider, for those who use the keyboard. */
	hint: string;
	/** The marked stretch is loading: the mark stays until it arrives. */
	isPending: boolean;
	/** Asks for the first to the last marked place. */
	onZoom: (first: number, last: number) => void;
};

/** Pixels that a pressed pointer moves before it marks places instead of reading one. */
const dragFrom = 5;

/** What pointer and keyboard have marked on a chart, and the listeners that mark it. New places begin without a mark. */
export function useChartMark(labels: readonly string[], spread: Spread, brush: Brush | undefined) {
	const count = labels.length;
	const [mark, setMark] = useState(nothing);
	const [shown, setShown] = useState(labels);
	if (shown.length !== count || shown[0] !== labels[0]) {
		setShown(labels);
		setMark(nothing);
	}
	const change = (next: Mark) => {
		if (!brush?.isPending) setMark(next);
	};
	const keyboard = {
		onFocus: () => change({ ...mark, index: mark.index ?? count - 1 }),
		onBlur: () => change(nothing),
		onKeyDown(event: KeyboardEvent) {
			const next = markAfterKey(event, mark, count, brush !== undefined);
			if (next) change(next);
			else if (brush && event.key === "Enter") {
				const index = mark.index ?? count - 1;
				brush.onZoom(...(stretchOf(mark) ?? [index, index]));
			} else return;
			event.preventDefault();
		},
	};
	return { mark, listeners: { ...keyboard, ...usePointer(mark, change, { count, spread, brush }) } };
}

type Plot = { count: number; spread: Spread; brush: Brush | undefined };

function usePointer(mark: Mark, change: (next: Mark) => void, { count, spread, brush }: Plot) {
	const pressed = useRef<{ x: number; place: number } | null>(null);
	const placeOf = ({ clientX, currentTarget }: PointerEvent) => {
		const { left, width } = currentTarget.getBoundingClientRect();
		return placeAt((clientX - left) / width, count, spread);
	};
	const drop = () => {
		pressed.current = null;
		change(nothing);
	};
	return {
		onPointerDown(event: PointerEvent) {
			const place = placeOf(event);
			change({ index: place, anchor: null });
			if (!brush || event.button !== 0) return;
			pressed.current = { x: event.clientX, place };
			event.currentTarget.setPointerCapture(event.pointerId);
		},
		onPointerMove(event: PointerEvent) {
			const start = pressed.current;
			const isDrag = start && (mark.anchor !== null || Math.abs(event.clientX - start.x) >= dragFrom);
			change({ index: placeOf(event), anchor: isDrag ? start.place : null });
		},
		onPointerUp() {
			const stretch = pressed.current ? stretchOf(mark) : undefined;
			pressed.current = null;
			if (stretch) brush?.onZoom(...stretch);
		},
		onPointerCancel: drop,
		onPointerLeave(event: PointerEvent) {
			if (event.pointerType === "mouse") drop();
		},
	};
}
