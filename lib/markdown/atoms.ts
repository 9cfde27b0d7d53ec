import type { Inline, NavigationTarget, TimestampStyle } from "./tree";

/** An indivisible piece of text and where it ends. */
export type Atom = { node: Inline; end: number };

type Pattern = { pattern: RegExp; node: (parts: (string | undefined)[]) => Inline | null };

/** Largest time that a JavaScript `Date` holds, in seconds. */
const latest = 8_640_000_000_000;

/**
 * What stands between angle brackets. Every pattern is anchored (`y`), has no nested repetition, and stops at
 * the next bracket, so a failed attempt costs no more than the distance to it.
 */
const bracketed: Pattern[] = [
	{ pattern: /<@!?(\d{7,19})>/y, node: ([id = ""]) => ({ type: "mention", kind: "user", id }) },
	{ pattern: /<@&(\d{7,19})>/y, node: ([id = ""]) => ({ type: "mention", kind: "role", id }) },
	{ pattern: /<#(\d{7,19})>/y, node: ([id = ""]) => ({ type: "mention", kind: "channel", id }) },
	{
		pattern: /<\/([-_\p{L}\p{N} ]{1,100}):(\d{7,19})>/uy,
		node: ([name = "", id = ""]) => ({ type: "command", name, id }),
	},
	{
		pattern: /<(a?):(\w{2,32}):(\d{7,19})>/y,
		node: ([animated, name = "", id = ""]) => ({ type: "emoji", id, name, animated: animated === "a" }),
	},
	{ pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, node: ([seconds, style]) => timestamp(seconds, style) },
	{
		pattern: /<id:(customize|browse|guide|linked-roles)>/y,
		node: ([target]) => ({ type: "navigation", target: target as NavigationTarget }),
	},
	{ pattern: /<(https?:\/\/[^\s<>]{1,2000})>/y, node: ([url = ""]) => link(url) },
];

/** The mention, emoji, timestamp, command or bare link that starts with the `<` at `index`, if any. */
export function bracketAt(source: string, index: number): Atom | null {
	for (const { pattern, node } of bracketed) {
		pattern.lastIndex = index;
		const match = pattern.exec(source);
		const made = match && node(match.slice(1));
		if (made) {
			return { node: made, end: pattern.lastIndex };
		}
	}
	return null;
}

/** `@everyone` or `@here` at `index`. */
export function everyoneAt(source: string, index: number): Atom | null {
	for (const text of ["@everyone", "@here"] as const) {
		if (source.startsWith(text, index)) {
			return { node: { type: "everyone", text }, end: index + text.length };
		}
	}
	return null;
}

const address = /https?:\/\/[[\p{L}\p{N}_][^\s<]{0,2000}/iuy;

/**
 * The bare web address at `index`. Punctuation at its end belongs to the sentence, and so does a bracket that
 * the address did not open. `cuts` are marks that are open around it: the first one ends the address.
 */
export function addressAt(source: string, index: number, cuts: readonly string[]): Atom | null {
	address.lastIndex = index;
	let url = address.exec(source)?.[0] ?? "";
	for (const cut of cuts) {
		const at = url.indexOf(cut);
		url = at === -1 ? url : url.slice(0, at);
	}
	url = withoutTail(url);
	const node = link(url);
	return node && { node, end: index + url.length };
}

const destination =
	/\(\s{0,9}<?(https?:\/\/[^\s<>()]{1,2000}(?:\([^\s<>()]{0,2000}\)[^\s<>()]{0,2000}){0,9})>?(?:\s{1,9}"[^"\n]{0,300}")?\s{0,9}\)/iy;

/** The `(https://… "title")` of a masked link at `index`; the title is not kept. */
export function destinationAt(source: string, index: number): { url: string; end: number } | null {
	destination.lastIndex = index;
	const url = destination.exec(source)?.[1];
	return url !== undefined && isWebAddress(url) ? { url, end: destination.lastIndex } : null;
}

/** Whether the text is an http or https address with a host. */
export function isWebAddress(text: string): boolean {
	if (!URL.canParse(text)) {
		return false;
	}
	const { protocol, hostname } = new URL(text);
	return (protocol === "https:" || protocol === "http:") && hostname !== "";
}

function withoutTail(url: string): string {
	let end = url.length;
	let unopened = 0;
	for (const character of url) {
		unopened += character === ")" ? 1 : character === "(" ? -1 : 0;
	}
	for (;;) {
		const last = url[end - 1] ?? "";
		if (last === ")" && unopened > 0) {
			unopened--;
		} else if (last === "" || !".,:;\"'!?]*_~|".includes(last)) {
			return url.slice(0, end);
		}
		end--;
	}
}

function link(url: string): Inline | null {
	return isWebAddress(url) ? { type: "link", url, children: [{ type: "text", text: url }] } : null;
}

function timestamp(text = "", style = ""): Inline | null {
	const seconds = Number(text);
	return Math.abs(seconds) <= latest
		? { type: "timestamp", seconds, style: (style || "f") as TimestampStyle }
		: null;
}
