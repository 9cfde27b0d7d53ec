import { describe, expect, it } from "vitest";
import { isOnlyEmoji } from "./only-emoji";
import { parseMarkdown } from "./parse";
import type { Block, Inline } from "./tree";

/** The tree in one line, so that a test reads like what one sees. */
function short(source: string): string {
	return parseMarkdown(source).map(block).join(" / ");
}

function block(node: Block): string {
	switch (node.type) {
		case "paragraph":
			return node.children.map(inline).join("");
		case "heading":
			return `h${node.level}(${node.children.map(inline).join("")})`;
		case "subtext":
			return `subtext(${node.children.map(inline).join("")})`;
		case "quote":
			return `quote(${node.children.map(block).join(" / ")})`;
		default:
			return list(node);
	}
}

function list({ start, items }: Extract<Block, { type: "list" }>): string {
	const all = items.map(({ children, lists }) =>
		[children.map(inline).join(""), ...lists.map(list)].join(" "),
	);
	return `${start === null ? "ul" : `ol${start}`}(${all.join("; ")})`;
}

function inline(node: Inline): string {
	switch (node.type) {
		case "text":
			return node.text;
		case "break":
			return "⏎";
		case "code":
			return `code(${node.text})`;
		case "codeBlock":
			return `pre:${node.language}(${node.text})`;
		case "link":
			return `link:${node.url}(${node.children.map(inline).join("")})`;
		case "mention":
			return `${node.kind}(${node.id})`;
		case "everyone":
			return `everyone(${node.text})`;
		case "command":
			return `command(${node.name} ${node.id})`;
		case "navigation":
			return `go(${node.target})`;
		case "emoji":
			return `emoji(${node.name} ${node.id}${node.animated ? " moving" : ""})`;
		case "timestamp":
			return `time(${node.seconds} ${node.style})`;
		default:
			return `${node.type}(${node.children.map(inline).join("")})`;
	}
}

const id = "175928847299117063";

describe("styles", () => {
	it.each([
		["*a* _b_", "emphasis(a) emphasis(b)"],
		["**a** __b__ ~~c~~ ||d||", "strong(a) underline(b) strike(c) spoiler(d)"],
		["***a***", "strong(emphasis(a))"],
		["___a___", "underline(emphasis(a))"],
		["**a *b* c**", "strong(a emphasis(b) c)"],
		["*a **b** c*", "emphasis(a strong(b) c)"],
		["*a**b**c*", "emphasis(astrong(b)c)"],
		["***a* b**", "strong(emphasis(a) b)"],
		["**a *b** c*", "strong(a *b) c*"],
		["** a **", "strong( a )"],
		["2 * 3 * 4", "2 * 3 * 4"],
		["*a *b c*", "*a emphasis(b c)"],
		["snake_case_name and __init__", "snake_case_name and underline(init)"],
		["||a **b** `c`||", "spoiler(a strong(b) code(c))"],
		["**a\nb**", "strong(a⏎b)"],
		["****", "****"],
		["**", "**"],
		["~a~ |b|", "~a~ |b|"],
		["a\n\nb", "a⏎⏎b"],
	])("%j", (source, tree) => {
		expect(short(source)).toBe(tree);
	});
});

describe("escapes", () => {
	it.each([
		["\\*a\\*", "*a*"],
		["\\\\*a*", "\\emphasis(a)"],
		["\\a", "\\a"],
		["\\<@175928847299117063>", "<@175928847299117063>"],
		["\\# a", "# a"],
		["\\```a```", "```a```"],
		["¯\\_(ツ)_/¯ *a*", "¯\\_(ツ)_/¯ emphasis(a)"],
	])("%j", (source, tree) => {
		expect(short(source)).toBe(tree);
	});
});

describe("code", () => {
	it.each([
		["`a *b* <@1>`", "code(a *b* <@1>)"],
		["`` a`b ``", "code( a`b )"],
		["`` `a` ``", "code(`a`)"],
		["`a", "`a"],
		["```js\nlet a = '*b*';\n```", "pre:js(let a = '*b*';)"],
		["```\n\n  a\n\n```", "pre:null(  a)"],
		["```a```", "pre:null(a)"],
		["a ```b\n> c``` d", "a pre:b(> c) d"],
		["```a", "```a"],
		["a\n```\nb\n```\nc", "apre:null(b)c"],
		["``````", "``````"],
		["> ```py\n> a\n> ```\nb", "quote(pre:py(a)) / b"],
		["||```a```||", "spoiler(pre:null(a))"],
	])("%j", (source, tree) => {
		expect(short(source)).toBe(tree);
	});
});

describe("blocks", () => {
	it.each([
		["# a\n## b\n### *c*\n#### d", "h1(a) / h2(b) / h3(emphasis(c)) / #### d"],
		["#a", "#a"],
		["a\n# b\nc", "a / h1(b) / c"],
		["-# small **a**", "subtext(small strong(a))"],
		["> a\n> b\nc", "quote(a⏎b) / c"],
		[">a", ">a"],
		["a > b", "a > b"],
		["> > a", "quote(> a)"],
		[">>> a\n# b\nc", "quote(a / h1(b) / c)"],
		["a\n>>> b", "a / quote(b)"],
		["- a\n- b\n  - c\n    still c\n- d", "ul(a; b ul(c⏎still c); d)"],
		["* a\n* b", "ul(a; b)"],
		["3. a\n4. b", "ol3(a; b)"],
		["- a\n  1. b\n1. c", "ul(a ol1(b)) / ol1(c)"],
		["-a", "-a"],
		["1.a", "1.a"],
		["- **a**\nb", "ul(strong(a)) / b"],
	])("%j", (source, tree) => {
		expect(short(source)).toBe(tree);
	});
});

describe("links", () => {
	it.each([
		["https://a.b/c_d_e", "link:https://a.b/c_d_e(https://a.b/c_d_e)"],
		["see https://a.b.", "see link:https://a.b(https://a.b)."],
		["(https://a.b/c)", "(link:https://a.b/c(https://a.b/c))"],
		["https://a.b/c_(d)", "link:https://a.b/c_(d)(https://a.b/c_(d))"],
		["**https://a.b**", "strong(link:https://a.b(https://a.b))"],
		["||https://a.b/||", "spoiler(link:https://a.b/(https://a.b/))"],
		["<https://a.b>", "link:https://a.b(https://a.b)"],
		["[a **b**](https://c.d)", "link:https://c.d(a strong(b))"],
		['[a](<https://c.d> "title")', "link:https://c.d(a)"],
		["[a](https://c.d/e_(f))", "link:https://c.d/e_(f)(a)"],
		["[a] (https://c.d)", "[a] (link:https://c.d(https://c.d))"],
		["[](https://c.d)", "[](link:https://c.d(https://c.d))"],
		["https://", "https://"],
		["xhttps://a.b", "xhttps://a.b"],
	])("%j", (source, tree) => {
		expect(short(source)).toBe(tree);
	});

	it.each([
		"javascript:alert(1)",
		"data:text/html,x",
		"vbscript:x",
		"file:///etc/passwd",
		"//a.b",
		"/a",
		"discord://x",
	])("never go to %s", (url) => {
		for (const source of [`[a](${url})`, `<${url}>`, url]) {
			expect(JSON.stringify(parseMarkdown(source))).not.toContain('"type":"link"');
		}
	});

	it.each(["||a||", "<@175928847299117063>", "```a```"])(
		"refuse a label with %s, which is a link or button itself",
		(label) => {
			expect(short(`[${label}](https://c.d)`)).toMatch(/^\[.*\]\(link:https:\/\/c\.d\(https:\/\/c\.d\)\)$/);
		},
	);

	it("refuse a label that pretends to be another address", () => {
		const tree = short("[https://discord.com](https://evil.example)");
		expect(tree).toContain("link:https://discord.com(https://discord.com)");
		expect(tree).not.toMatch(/link:https:\/\/evil\.example\(https:\/\/discord/);
	});
});

describe("Discord's own", () => {
	it.each([
		[`<@${id}> <@!${id}> <@&${id}> <#${id}>`, `user(${id}) user(${id}) role(${id}) channel(${id})`],
		["@everyone and @here", "everyone(@everyone) and everyone(@here)"],
		[`</case add:${id}>`, `command(case add ${id})`],
		[`<:blob_1:${id}><a:spin:${id}>`, `emoji(blob_1 ${id})emoji(spin ${id} moving)`],
		["<t:1700000000> <t:1700000000:R> <t:-5:d>", "time(1700000000 f) time(1700000000 R) time(-5 d)"],
		["<t:9999999999999>", "<t:9999999999999>"],
		["<t:1:x>", "<t:1:x>"],
		["<id:browse>", "go(browse)"],
		["<@12>", "<@12>"],
		["<script>alert(1)</script>", "<script>alert(1)</script>"],
		["&lt;b&gt; &amp;", "&lt;b&gt; &amp;"],
	])("%j", (source, tree) => {
		expect(short(source)).toBe(tree);
	});

	it("knows a message of nothing but emoji", () => {
		expect(isOnlyEmoji(parseMarkdown(`👍 👩‍👩‍👧 <:blob:${id}>`))).toBe(true);
		expect(isOnlyEmoji(parseMarkdown("👍 yes"))).toBe(false);
		expect(isOnlyEmoji(parseMarkdown("12"))).toBe(false);
		expect(isOnlyEmoji([])).toBe(false);
	});
});

describe("hostile text", () => {
	const pieces = [
		"*",
		"**",
		"***",
		"_",
		"__",
		"*a ",
		"*a _b ",
		"**a *b ",
		"a* ",
		"a_ ",
		"_a",
		"*a** ",
		"||",
		"||a",
		"~~a",
		"`",
		"`a``b",
		"``` ",
		"```\n",
		"[",
		"]",
		"](",
		"[a](",
		"[a](http://a",
		"[a](http://a(",
		'[a](http://a "',
		"[](",
		"<",
		"<@",
		"<t:",
		"<:a",
		"<http://",
		"</a ",
		"http://",
		"http://:",
		"http://a)",
		"http://a**",
		"> ",
		"> > ",
		">>> ",
		"- a\n",
		"  - a\n",
		"# ",
		"-# ",
		"1. ",
		"\n",
		"\\",
		"\\`",
		" ",
		"a\n\n",
		"> ```\n",
		"**[*",
		"((",
		"@",
	];

	/** Ten messages' worth; a quadratic parser needs seconds for it even on an idle machine. */
	it.each(pieces)("stays cheap however often %j comes", (piece) => {
		const source = piece.repeat(Math.ceil(40_000 / piece.length));
		const start = performance.now();
		parseMarkdown(source);
		expect(performance.now() - start).toBeLessThan(1500);
	});

	it("loses no character of plain text", () => {
		const source = pieces.join(" x ");
		const words = JSON.stringify(parseMarkdown(source)).match(/x/g)?.length ?? 0;
		expect(words).toBeGreaterThanOrEqual(pieces.length - 1);
	});
});
