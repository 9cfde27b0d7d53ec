import { isSpace } from "@/lib/import/json-bytes";

/** Where bytes stop being JSON; `offset` equal to their length means that they end too early. */
export type SyntaxProblem = { offset: number; reason: string };

type Path = (string | number)[];

class Halt extends Error {
	readonly offset: number;
	constructor(offset: number, reason: string) {
		super(reason);
		this.offset = offset;
	}
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const literals = new Set(["true", "false", "null"]);
const escapes = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));
const deepest = 500;

/**
 * A strict, slow reader of JSON that knows byte offsets, which `JSON.parse` does not tell. It runs only on the one
 * value that is already known to be wrong.
 */
class Walker {
	private at = 0;
	private readonly bytes: Buffer;
	private readonly visit: (path: Path, offset: number) => void;

	constructor(bytes: Buffer, visit: (path: Path, offset: number) => void) {
		this.bytes = bytes;
		this.visit = visit;
	}

	document(): void {
		this.value([]);
		this.space();
		if (this.at < this.bytes.length) this.fail("there is more after the end of the value");
	}

	private fail(reason: string): never {
		if (this.at >= this.bytes.length) throw new Halt(this.bytes.length, "the file ends too early");
		throw new Halt(this.at, reason);
	}

	private space(): void {
		while (isSpace(this.bytes[this.at])) this.at++;
	}

	private value(path: Path): void {
		this.space();
		this.visit(path, this.at);
		if (path.length > deepest) this.fail(`nested more than ${deepest} deep`);
		const byte = this.bytes[this.at];
		if (byte === 0x7b) this.object(path);
		else if (byte === 0x5b) this.array(path);
		else if (byte === 0x22) this.string();
		else this.scalar();
	}

	private object(path: Path): void {
		this.at++;
		this.space();
		if (this.empty(0x7d)) return;
		for (;;) {
			this.space();
			if (this.bytes[this.at] !== 0x22) this.fail(`expected a quoted name, found ${this.found()}`);
			const key = this.string();
			this.space();
			if (this.bytes[this.at] !== 0x3a) this.fail(`expected ":", found ${this.found()}`);
			this.at++;
			this.value([...path, key]);
			if (this.closes(0x7d)) return;
		}
	}

	private array(path: Path): void {
		this.at++;
		this.space();
		if (this.empty(0x5d)) return;
		for (let index = 0; ; index++) {
			this.value([...path, index]);
			if (this.closes(0x5d)) return;
		}
	}

	private closes(bracket: number): boolean {
		this.space();
		const byte = this.bytes[this.at];
		if (byte !== bracket && byte !== 0x2c) {
			this.fail(`expected "," or "${String.fromCharCode(bracket)}", found ${this.found()}`);
		}
		this.at++;
		return byte === bracket;
	}

	private string(): string {
		const start = this.at++;
		for (; this.bytes[this.at] !== 0x22; this.at++) {
			const byte = this.bytes[this.at];
			if (byte === undefined) this.fail("");
			else if (byte < 0x20) this.fail("a control character inside a string");
			else if (byte === 0x5c) this.escape();
		}
		this.at++;
		return this.bytes.toString("utf8", start + 1, this.at - 1);
	}

	private escape(): void {
		const letter = this.bytes[++this.at];
		if (letter === 0x75) {
			const digits = this.bytes.toString("latin1", this.at + 1, this.at + 5);
			if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail("an escape \\u without four hexadecimal digits");
			this.at += 4;
		} else if (letter === undefined || !escapes.has(letter)) {
			this.fail("an unknown escape in a string");
		}
	}

	private scalar(): void {
		const start = this.at;
		let end = start;
		while (/[\w+.-]/.test(String.fromCharCode(this.bytes[end] ?? 0))) end++;
		const token = this.bytes.toString("latin1", start, end);
		const fits = literals.has(token) || number.test(token);
		if (fits || end === this.bytes.length) this.at = end;
		if (!fits) this.fail(`expected a value, found ${this.found()}`);
	}

	private empty(bracket: number): boolean {
		if (this.bytes[this.at] !== bracket) return false;
		this.at++;
		return true;
	}

	private found(): string {
		const byte = this.bytes[this.at] ?? 0;
		return byte > 0x20 && byte < 0x7f
			? `"${String.fromCharCode(byte)}"`
			: `byte 0x${byte.toString(16).padStart(2, "0")}`;
	}
}

/** The first place at which `bytes` are not one JSON value; undefined when they are. */
export function findSyntaxProblem(bytes: Buffer): SyntaxProblem | undefined {
	try {
		new Walker(bytes, () => {}).document();
		return undefined;
	} catch (error) {
		if (error instanceof Halt) return { offset: error.offset, reason: error.message };
		throw error;
	}
}

/** Byte offset of the value at `path`, or of the nearest parent that exists. `bytes` must be JSON. */
export function offsetOfPath(bytes: Buffer, path: Path): number {
	let best = { depth: -1, offset: 0 };
	new Walker(bytes, (here, offset) => {
		const inside = here.length <= path.length && here.every((part, index) => part === path[index]);
		if (inside && here.length > best.depth) best = { depth: here.length, offset };
	}).document();
	return best.offset;
}
