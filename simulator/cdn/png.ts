import { crc32, deflateSync } from "node:zlib";

export type Rgb = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Encodes a square picture as an indexed-colour PNG (ISO/IEC 15948).
 * @param size width and height in pixels
 * @param colorAt index into `palette` for each pixel
 */
export function encodePng(
	size: number,
	palette: readonly Rgb[],
	colorAt: (x: number, y: number) => number,
): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const pixels = Buffer.alloc(size * (size + 1));
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) pixels[y * (size + 1) + x + 1] = colorAt(x, y);
	}
	return Buffer.concat([
		signature,
		chunk("IHDR", header),
		chunk("PLTE", Buffer.from(palette.flat())),
		chunk("IDAT", deflateSync(pixels)),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	body.copy(framed, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}
