import type { Mark } from "./marks";
import { tidy } from "./tidy";
import type { Inline } from "./tree";

/** What may be open: a mark, or the label of a link. */
type Opening = Mark | "[";

type Opener = { opening: Opening; index: number; barriers: number };

/** Marks deeper than this are shown as they were typed: nobody writes them, and they would only cost stack. */
const deepest = 24;

const interactive = new Set<Inline["type"]>(["link", "mention", "spoiler", "codeBlock"]);

/**
 * The nodes of a text so far, and which marks among them are still open. Each node moves into a parent once per nesting
 * level and each opener is dropped once.
 */
export class OpenNodes {
	private readonly nodes: Inline[] = [];
	private readonly openers: Opener[] = [];
	/** How many nodes so far cannot stand inside a link, because they are links or buttons themselves. */
	private barriers = 0;

	add(node: Inline): void {
		this.nodes.push(node);
		this.barriers += interactive.has(node.type) ? 1 : 0;
	}

	/** Has the next node, the mark as it was typed, begin what the mark encloses. */
	open(opening: Opening): void {
		if (this.openers.length < deepest) {
			this.openers.push({ opening, index: this.nodes.length, barriers: this.barriers });
		}
	}

	isOpen(opening: Opening): boolean {
		return this.openers.some((opener) => opener.opening === opening);
	}

	/** The open ones of a kind, outermost first. */
	opened(isKind: (opening: Opening) => boolean): Opening[] {
		return this.openers.map(({ opening }) => opening).filter(isKind);
	}

	/** Whether the nearest `[` may become a link: it encloses something, and nothing that is a link or button itself. */
	isLabel(): boolean {
		const opener = this.openers.findLast(({ opening }) => opening === "[");
		return opener?.barriers === this.barriers && this.nodes.length > opener.index + 1;
	}

	/** Takes out what the nearest opener of the kind encloses; null when that is nothing, and then it stays open. */
	close(opening: Opening): Inline[] | null {
		const place = this.openers.findLastIndex((opener) => opener.opening === opening);
		const index = this.openers[place]?.index;
		if (index === undefined || this.nodes.length === index + 1) {
			return null;
		}
		this.openers.length = place;
		return tidy(this.nodes.splice(index).slice(1));
	}

	/** All of them, when the text is at its end: what is still open stays text. */
	finished(): Inline[] {
		return tidy(this.nodes);
	}
}
