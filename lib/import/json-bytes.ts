const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Space, tab, line feed and carriage return: the four bytes JSON allows between tokens. */
export function isSpace(byte: number | undefined): boolean {
	return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Index after the closing quote of the string that opens at `from`, or -1 when it does not end before `end`. */
export function endOfString(bytes: Uint8Array, from: number, end: number): number {
	for (let at = from + 1; at < end; at++) {
		const byte = bytes[at];
		if (byte === quote) return at + 1;
		if (byte === backslash) at++;
	}
	return -1;
}

/**
 * Index after the JSON value that starts at `from`, or -1 when it does not end before `end`.
 *
 * Only strings and nesting are looked at, which is what makes it several times faster than parsing; whether the
 * bytes between are JSON is for `JSON.parse` to say.
 */
export function endOfValue(bytes: Uint8Array, from: number, end: number): number {
	const first = bytes[from];
	if (first === quote) return endOfString(bytes, from, end);
	if (first !== openBrace && first !== openBracket) return endOfScalar(bytes, from, end);
	let depth = 0;
	for (let at = from; at < end; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			at = endOfString(bytes, at, end) - 1;
			if (at < 0) return -1;
		} else if (byte === openBrace || byte === openBracket) {
			depth++;
		} else if (byte === closeBrace || byte === closeBracket) {
			depth--;
			if (depth === 0) return at + 1;
		}
	}
	return -1;
}

/** A number, `true`, `false` or `null` ends where anything else begins, so the byte after it must be there. */
function endOfScalar(bytes: Uint8Array, from: number, end: number): number {
	for (let at = from; at < end; at++) {
		const byte = bytes[at];
		if (byte === 0x2c || byte === closeBrace || byte === closeBracket || isSpace(byte)) {
			return at === from ? from + 1 : at;
		}
	}
	return -1;
}
