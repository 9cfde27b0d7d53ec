import { createHash } from "node:crypto";
import { encodePng, type Rgb } from "./png";

/** Deep enough for white letters, far enough apart to tell people by them. */
const colors: readonly Rgb[] = [
	[71, 82, 196],
	[36, 112, 84],
	[163, 73, 32],
	[148, 44, 92],
	[24, 104, 135],
	[104, 66, 158],
	[122, 92, 18],
	[86, 96, 110],
];
const paper: Rgb = [240, 241, 245];
const cells = 5;

/** A mirrored 5 × 5 pattern that is always the same for the same name. */
export function identicon(name: string, size: number): Buffer {
	const digest = createHash("sha256").update(name).digest();
	const color = colors[(digest[31] ?? 0) % colors.length] ?? paper;
	const margin = Math.floor(size / 8);
	const cell = (size - 2 * margin) / cells;
	return encodePng(size, [color, paper], (x, y) => {
		const column = Math.floor((x - margin) / cell);
		const row = Math.floor((y - margin) / cell);
		if (column < 0 || row < 0 || column >= cells || row >= cells) return 0;
		const mirrored = Math.min(column, cells - 1 - column);
		return (digest[row * 3 + mirrored] ?? 0) & 1;
	});
}

/** One of the default pictures of people who set none: a head and shoulders on a colour. */
export function defaultAvatar(index: number, size: number): Buffer {
	const color = colors[index % colors.length] ?? paper;
	const unit = size / 100;
	const within = (x: number, y: number, radius: number) => x * x + y * y <= radius * radius;
	return encodePng(size, [color, paper], (px, py) => {
		const [x, y] = [px / unit - 50, py / unit];
		const head = within(x, y - 40, 17);
		const shoulders = y < 86 && within(x, y - 88, 27);
		return head || shoulders ? 1 : 0;
	});
}
