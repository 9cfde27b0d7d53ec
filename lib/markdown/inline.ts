import { type Atom, addressAt, bracketAt, destinationAt, everyoneAt } from "./atoms";
import { type CodeSpan, findCodeSpans } from "./code-spans";
import { type Fence, findFences } from "./fences";
import { doubles, type Mark, mayClose, mayOpen, singles, styles } from "./marks";
import { OpenNodes } from "./open-nodes";
import type { Inline } from "./tree";

/** The one emoticon that Discord protects from its own Markdown. */
const shrug = "¯\\_(ツ)_/¯";

/**
 * Running text to nodes, in one pass from left to right. A closing mark takes the nearest opener of its kind;
 * openers in between, and those never closed, stay text. The work is linear in the length of the text.
 */
export function parseInline(source: string): Inline[] {
	return new InlineParser(source).parse();
}

class InlineParser {
	readonly source: string;
	private readonly fences: Map<number, Fence>;
	private readonly spans: Map<number, CodeSpan>;
	private readonly nodes = new OpenNodes();
	at = 0;

	constructor(source: string) {
		this.source = source;
		this.fences = findFences(source);
		this.spans = findCodeSpans(source);
	}

	parse(): Inline[] {
		while (this.at < this.source.length) {
			const character = this.source[this.at] ?? "";
			(handlers[character] ?? plain)(this, character);
		}
		return this.nodes.finished();
	}

	escape(): void {
		const next = this.source[this.at + 1] ?? "";
		if (/[!-/:-@[-`{-~]/.test(next)) {
			this.add({ type: "text", text: next }, 2);
		} else {
			this.text(1);
		}
	}

	code(): void {
		const fence = this.fences.get(this.at);
		const span = this.spans.get(this.at);
		if (fence) {
			this.add(fence.block, fence.end - this.at);
		} else if (span) {
			this.add({ type: "code", text: span.text }, span.end - this.at);
		} else {
			this.text(this.runOf("`"));
		}
	}

	atom(atom: Atom | null): void {
		if (!atom) {
			this.text(1);
			return;
		}
		this.add(atom.node, atom.end - this.at);
	}

	address(): void {
		const isStart = !/\w/.test(this.source[this.at - 1] ?? "");
		const looksLike = isStart && /^https?:/i.test(this.source.slice(this.at, this.at + 6));
		if (!looksLike) {
			this.plain();
			return;
		}
		const cuts: string[] = this.nodes.opened((mark) => mark.length === 2);
		this.atom(addressAt(this.source, this.at, this.nodes.isOpen("[") ? [...cuts, "]("] : cuts));
	}

	/** Everything up to the next character that could mean something. */
	plain(): void {
		const special = /[\\\n`<@¯hH[\]*_~|]/g;
		special.lastIndex = this.at + 1;
		this.text((special.exec(this.source)?.index ?? this.source.length) - this.at);
	}

	/** A run of marks: one and two have a meaning, three of `*` and `_` are both, more are typed as they are. */
	marks(character: string): void {
		const length = this.runOf(character);
		const run = { before: this.source[this.at - 1] ?? "", after: this.source[this.at + length] ?? "" };
		const single = singles[character];
		const double = doubles[character];
		if (length === 2 && double) {
			this.mark(double, run);
		} else if (length === 1 && single) {
			this.mark(single, run);
		} else if (length === 3 && single && double) {
			const inner = this.nodes.opened((mark) => mark === single || mark === double).at(-1);
			for (const mark of inner === single ? [single, double] : [double, single]) {
				this.mark(mark, run);
			}
		} else {
			this.text(length);
		}
	}

	/** Closes the mark if it is open, else opens it, as what stands around its run allows. */
	private mark(mark: Mark, { before, after }: { before: string; after: string }): void {
		const children = mayClose(mark, before, after) ? this.nodes.close(mark) : null;
		if (children) {
			this.add({ type: styles[mark], children }, mark.length);
			return;
		}
		if (mayOpen(mark, before, after)) {
			this.nodes.open(mark);
		}
		this.text(mark.length);
	}

	label(): void {
		this.nodes.open("[");
		this.text(1);
	}

	/** `[label](address)`. Refused when the label holds an address: it would hide where the link goes. */
	maskedLink(): void {
		const target = this.nodes.isLabel() ? destinationAt(this.source, this.at + 1) : null;
		const children = target && this.nodes.close("[");
		if (!target || !children) {
			this.text(1);
			return;
		}
		this.add({ type: "link", url: target.url, children }, target.end - this.at);
	}

	private runOf(character: string): number {
		let length = 1;
		while (this.source[this.at + length] === character) {
			length++;
		}
		return length;
	}

	text(length: number): void {
		this.add({ type: "text", text: this.source.slice(this.at, this.at + length) }, length);
	}

	add(node: Inline, length: number): void {
		this.nodes.add(node);
		this.at += length;
	}
}

type Handler = (parser: InlineParser, character: string) => void;

const plain: Handler = (parser) => parser.plain();
const marks: Handler = (parser, character) => parser.marks(character);
const address: Handler = (parser) => parser.address();

/** What a character may begin; all others are plain text. */
const handlers: Partial<Record<string, Handler>> = {
	"\\": (parser) => parser.escape(),
	"\n": (parser) => parser.add({ type: "break" }, 1),
	"`": (parser) => parser.code(),
	"<": (parser) => parser.atom(bracketAt(parser.source, parser.at)),
	"@": (parser) => parser.atom(everyoneAt(parser.source, parser.at)),
	"¯": (parser) => parser.text(parser.source.startsWith(shrug, parser.at) ? shrug.length : 1),
	h: address,
	H: address,
	"[": (parser) => parser.label(),
	"]": (parser) => parser.maskedLink(),
	"*": marks,
	_: marks,
	"~": marks,
	"|": marks,
};
