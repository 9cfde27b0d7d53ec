import { BrokenFile } from "@/lib/import/broken-file";
import type { ByteWindow } from "@/lib/import/byte-window";
import { checkEncoding, invalidUtf8 } from "@/lib/import/encoding";
import { endOfValue, isSpace } from "@/lib/import/json-bytes";
import { findSyntaxProblem } from "@/lib/import/json-walk";
import { readMessages } from "@/lib/import/message-reader";

/** A member of the file's outermost object other than `messages`. */
export type Member = { kind: "member"; name: string; value: unknown; offset: number };

/** Messages as they stand in the file; their bytes are only valid until the next one is asked for. */
export type RawMessages = { kind: "messages"; list: { bytes: Buffer; offset: number }[]; arrayStart: number };

const largestMember = 4 * 1024 * 1024;

/**
 * Walks an export from its first byte to its last: every member in the order of the file, `messages` in portions.
 * @throws BrokenFile at the first byte that does not belong there
 */
export async function* readExport(window: ByteWindow): AsyncGenerator<Member | RawMessages> {
	await window.fill();
	window.start += checkEncoding(window.bytes.subarray(0, window.end));
	await expect(window, "{", "this is not a DiscordChatExporter file: it does not begin with an object");
	if ((await peek(window)) !== "}") {
		const names = new Set<string>();
		do {
			const { name, offset } = await readName(window);
			if (names.has(name)) throw new BrokenFile(offset, `"${name}" is there twice`);
			names.add(name);
			await expect(window, ":", `expected ":" after "${name}"`);
			if (name === "messages") yield* readArray(window);
			else yield await readMember(window, name);
		} while (await another(window));
	} else {
		window.start++;
	}
	if ((await peek(window)) !== "") {
		throw new BrokenFile(window.offsetOf(window.start), "there is more after the end of the export");
	}
}

async function* readArray(window: ByteWindow): AsyncGenerator<RawMessages> {
	await expect(window, "[", `"messages" is not a list`);
	const arrayStart = window.offsetOf(window.start);
	yield { kind: "messages", list: [], arrayStart };
	for await (const list of readMessages(window, "first")) yield { kind: "messages", list, arrayStart };
}

/** The next byte that is not space, as a character; empty at the end of the file. It is not consumed. */
async function peek(window: ByteWindow): Promise<string> {
	for (;;) {
		while (window.start < window.end && isSpace(window.bytes[window.start])) window.start++;
		if (window.start < window.end) return String.fromCharCode(window.bytes[window.start] ?? 0);
		if (!(await window.fill())) return "";
	}
}

async function expect(window: ByteWindow, character: string, reason: string): Promise<void> {
	const found = await peek(window);
	const offset = window.offsetOf(window.start);
	if (found === "")
		throw new BrokenFile(offset, offset === 0 ? "the file is empty" : "the file ends too early");
	if (found !== character) throw new BrokenFile(offset, reason);
	window.start++;
}

async function another(window: ByteWindow): Promise<boolean> {
	const found = await peek(window);
	const offset = window.offsetOf(window.start);
	if (found === "") throw new BrokenFile(offset, "the file ends too early");
	if (found !== "," && found !== "}") throw new BrokenFile(offset, `expected "," or "}"`);
	window.start++;
	return found === ",";
}

async function readName(window: ByteWindow): Promise<{ name: string; offset: number }> {
	if ((await peek(window)) !== '"') {
		throw new BrokenFile(window.offsetOf(window.start), "expected a quoted name");
	}
	const offset = window.offsetOf(window.start);
	const { value } = await readMember(window, "a name");
	return { name: String(value), offset };
}

async function readMember(window: ByteWindow, name: string): Promise<Member> {
	await peek(window);
	const offset = window.offsetOf(window.start);
	for (;;) {
		const end = endOfValue(window.bytes, window.start, window.end);
		if (end >= 0) {
			const value = parse(window.bytes.subarray(window.start, end), offset);
			window.start = end;
			return { kind: "member", name, value, offset };
		}
		if (window.end - window.start > largestMember) throw new BrokenFile(offset, `"${name}" is too large`);
		if (!(await window.fill())) {
			const rest = window.bytes.subarray(window.start, window.end);
			const problem = findSyntaxProblem(rest) ?? { offset: rest.length, reason: "the file ends too early" };
			throw new BrokenFile(offset + problem.offset, problem.reason);
		}
	}
}

/**
 * `JSON.parse` that says where it failed.
 * @param offset of the first byte in the file
 * @throws BrokenFile
 */
export function parse(bytes: Buffer, offset: number): unknown {
	const invalid = invalidUtf8(bytes);
	if (invalid >= 0) throw new BrokenFile(offset + invalid, "the text is not UTF-8");
	try {
		return JSON.parse(bytes.toString("utf8"));
	} catch {
		const problem = findSyntaxProblem(bytes);
		throw new BrokenFile(offset + (problem?.offset ?? 0), problem?.reason ?? "this is not JSON");
	}
}
