import { BrokenFile } from "@/lib/import/broken-file";
import type { ByteWindow } from "@/lib/import/byte-window";
import { endOfValue, isSpace } from "@/lib/import/json-bytes";
import { findSyntaxProblem } from "@/lib/import/json-walk";

/** The bytes of one message and where they are; valid until the next portion is asked for. */
export type RawMessage = { bytes: Buffer; offset: number };

/** What may stand at the window's start: the first message, a message after a comma, or a comma. */
export type Expected = "first" | "message" | "separator";

const largestMessage = 64 * 1024 * 1024;

/**
 * The messages of the array that the window stands in, in portions of about one read from disk, up to and with the
 * closing bracket. Start after the opening one with "first", or after any message with "separator".
 * @throws BrokenFile
 */
export async function* readMessages(window: ByteWindow, expected: Expected): AsyncGenerator<RawMessage[]> {
	const cursor = new Cursor(window, expected);
	for (;;) {
		const { list, closed } = cursor.takeComplete();
		if (list.length > 0) yield list;
		if (closed) return;
		// What follows a whole message is judged only when that message has been: it may be why nothing fits any more.
		if (list.length > 0) continue;
		if (window.end - window.start > largestMessage || !(await window.fill())) throw cursor.unfinished();
	}
}

class Cursor {
	private closed = false;
	private taken = 0;
	private expected: Expected;
	private readonly window: ByteWindow;

	constructor(window: ByteWindow, expected: Expected) {
		this.window = window;
		this.expected = expected;
	}

	/** All messages that the window holds whole; what is left over stays in it. */
	takeComplete(): { list: RawMessage[]; closed: boolean } {
		const { bytes, end } = this.window;
		const list: RawMessage[] = [];
		let at = this.window.start;
		while (at < end && !this.closed) {
			const byte = bytes[at];
			if (isSpace(byte)) {
				at++;
			} else if (this.expected === "separator" || byte === 0x5d) {
				if (list.length > 0 && !this.fits(byte)) break;
				this.takeSeparator(byte, at++);
			} else {
				if (byte !== 0x7b && list.length > 0) break;
				if (byte !== 0x7b) throw this.broken(at, `message ${this.taken + 1} is not an object`);
				const stop = endOfValue(bytes, at, end);
				if (stop < 0) break;
				list.push({ bytes: bytes.subarray(at, stop), offset: this.window.offsetOf(at) });
				this.taken++;
				this.expected = "separator";
				at = stop;
			}
		}
		this.window.start = at;
		return { list, closed: this.closed };
	}

	private fits(separator: number | undefined): boolean {
		return separator === 0x2c
			? this.expected === "separator"
			: separator === 0x5d && this.expected !== "message";
	}

	private takeSeparator(byte: number | undefined, at: number): void {
		if (!this.fits(byte)) throw this.misplaced(byte, at);
		if (byte === 0x5d) this.closed = true;
		else this.expected = "message";
	}

	private misplaced(byte: number | undefined, at: number): BrokenFile {
		if (byte === 0x5d) return this.broken(at, "expected a message after the comma");
		return this.broken(at, `expected "," or "]" after message ${this.taken}`);
	}

	private broken(at: number, reason: string): BrokenFile {
		return new BrokenFile(this.window.offsetOf(at), reason);
	}

	/** Why the value at the window's start never ended: a syntax error in it, its size, or the end of the file. */
	unfinished(): BrokenFile {
		const { bytes, start, end } = this.window;
		const which = `message ${this.taken + 1}`;
		const problem = start < end ? findSyntaxProblem(bytes.subarray(start, end)) : undefined;
		if (problem && problem.offset < end - start) return this.broken(start + problem.offset, problem.reason);
		if (end - start > largestMessage) return this.broken(start, `${which} is larger than 64 MiB`);
		if (start === end) return this.broken(end, "the file ends inside the list of messages");
		return this.broken(
			end,
			`the file ends inside ${which}, which begins at byte ${this.window.offsetOf(start)}`,
		);
	}
}
