import { describe, expect, it } from "vitest";
import { ana, cdn, renderDiscord, resolve } from "@/tests/setup/render-discord";
import { Markdown } from "./markdown";

const markdown = (text: string) => renderDiscord(<Markdown text={text} resolve={resolve} />);

describe("Markdown", () => {
	it.each([
		"<script>alert(1)</script>",
		"<img src=x onerror=alert(1)>",
		'<a href="javascript:alert(1)">x</a>',
		"[x](javascript:alert(1))",
		'[x](https://a.b/"onmouseover=alert(1))',
		"```html\n<script>alert(1)</script>\n```",
		"`<svg onload=alert(1)>`",
		"||<iframe src=//evil.example>||",
		"# <h1 onclick=x>",
		"> <style>*{display:none}</style>",
		'<:x"onerror=alert(1):175928847299117063>',
		"&lt;script&gt; &#60;script&#62;",
	])("shows %j as text", (text) => {
		const html = markdown(text);
		expect(html).not.toMatch(/<(script|img|iframe|style|h1|svg onload)/i);
		expect(html).not.toMatch(/<[^>]* on[a-z]+=/i);
		expect(html).not.toMatch(/href="(?!https?:|\/guilds\/)/);
	});

	it("opens links elsewhere and tells them nothing", () => {
		expect(markdown("[a](https://b.c)")).toMatch(
			/<a href="https:\/\/b\.c" target="_blank" rel="noopener noreferrer nofollow"/,
		);
	});

	it("resolves mentions, and says so when it cannot", () => {
		const html = markdown(
			`<@${ana.id}> <@&200000000000000001> <#300000000000000001> <@100000000000000009> @here`,
		);
		expect(html).toContain(`href="/guilds/81384788765712384/members/${ana.id}"`);
		expect(html).toMatch(/@Ana<\/a>.*@Helper<\/a>.*#general<\/a>.*@Unknown user<\/span>.*@here/);
	});

	it("hides spoilers behind a button and out of reach", () => {
		expect(markdown("||secret||")).toMatch(
			/<span inert=""[^>]*>secret<\/span><button type="button" aria-label="Spoiler/,
		);
	});

	it("fetches custom emoji from the CDN, and nothing without one", () => {
		const text = "hi <:blob:175928847299117063>";
		expect(markdown(text)).toContain(`src="${cdn}/emojis/175928847299117063.webp`);
		const without = renderDiscord(<Markdown text={text} resolve={{ ...resolve, cdn: null }} />);
		expect(without).not.toContain("<img");
		expect(without).toContain(":blob:");
	});

	it("keeps line breaks and numbers of lists", () => {
		expect(markdown("a\n\nb")).toContain("a\n\nb");
		expect(markdown("3. a\n4. b")).toContain('<ol start="3"');
	});
});
