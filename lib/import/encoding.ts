import { isUtf8 } from "node:buffer";
import { BrokenFile } from "@/lib/import/broken-file";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const foreign: { starts: number[]; reason: string }[] = [
	{ starts: [0xff, 0xfe], reason: "the text is UTF-16, not UTF-8" },
	{ starts: [0xfe, 0xff], reason: "the text is UTF-16, not UTF-8" },
	{ starts: [0x7b, 0x00], reason: "the text is UTF-16, not UTF-8" },
	{ starts: [0x00, 0x7b], reason: "the text is UTF-16, not UTF-8" },
	{ starts: [0x00, 0x00], reason: "the file is binary, not UTF-8 text" },
	{ starts: [0x1f, 0x8b], reason: "the file is compressed with gzip; unpack it first" },
	{ starts: [0x50, 0x4b, 0x03, 0x04], reason: "the file is a zip archive; unpack it first" },
	{ starts: [0x3c], reason: "this is HTML; export the channel as JSON" },
];

/**
 * Looks at the first bytes of a file.
 * @returns how many bytes to skip: 3 for a UTF-8 byte order mark, else 0
 * @throws BrokenFile when they are those of another encoding or kind of file
 */
export function checkEncoding(head: Buffer): number {
	if (head.length === 0) throw new BrokenFile(0, "the file is empty");
	for (const { starts, reason } of foreign) {
		if (starts.every((byte, index) => head[index] === byte)) throw new BrokenFile(0, reason);
	}
	return head.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
}

/** Index of the first byte that is not UTF-8, or -1 when all are. */
export function invalidUtf8(bytes: Buffer): number {
	if (isUtf8(bytes)) return -1;
	// The longest prefix that is valid, allowing for a character cut in two by the prefix's end.
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (isUtf8(bytes.subarray(0, wholeCharacters(bytes, middle)))) good = middle;
		else bad = middle;
	}
	return wholeCharacters(bytes, good);
}

/** `end` moved back over a character that continues at it. */
function wholeCharacters(bytes: Buffer, end: number): number {
	let at = end;
	while (at > 0 && at > end - 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
	return at;
}
