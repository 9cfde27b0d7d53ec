import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { effectivePermissions } from "@/lib/discord/effective-permissions";
import { messageTypeNames } from "@/lib/discord/messages";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";
import { Avatar } from "./avatar";
import { ChannelLink } from "./channel-link";
import { EmbedMedia } from "./embed-media";
import { Markdown } from "./markdown";
import { Message } from "./message";
import { PermissionReasons } from "./permission-reasons";
import type { MessageView, Resolve } from "./types";

const cdn = "http://cdn.localhost";
const hash = "8342729096ea3675442027381ff50dfe";
const ana = { id: "175928847299117063", name: "Ana", avatar: hash };
const resolve: Resolve = {
	guildId: "81384788765712384",
	cdn,
	users: { [ana.id]: ana },
	roles: { "200000000000000001": { id: "200000000000000001", name: "Helper", colour: 0x2ecc71 } },
	channels: { "300000000000000001": { id: "300000000000000001", name: "general", type: "guild_text" } },
	emojis: {},
};

function render(content: ReactNode, locale: "en" | "de" = "en"): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider
			locale={locale}
			timeZone="UTC"
			messages={{ discord: locale === "en" ? english : german }}
			onError={(error) => {
				throw error;
			}}
		>
			{content}
		</NextIntlClientProvider>,
	);
}

const markdown = (text: string) => render(<Markdown text={text} resolve={resolve} />);

describe("ChannelLink", () => {
	const channel = { id: "300000000000000001", name: "general", type: "guild_text" };

	it("leads to the channel's own page", () => {
		expect(render(<ChannelLink guildId="1" channel={channel} />)).toContain(
			'href="/guilds/1/channels/300000000000000001"',
		);
	});

	it("leads nowhere when the channel is there no more", () => {
		const html = render(<ChannelLink guildId="1" channel={{ ...channel, type: null }} />);
		expect(html).toContain("general");
		expect(html).not.toContain("href");
	});
});

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
		const without = render(<Markdown text={text} resolve={{ ...resolve, cdn: null }} />);
		expect(without).not.toContain("<img");
		expect(without).toContain(":blob:");
	});

	it("keeps line breaks and numbers of lists", () => {
		expect(markdown("a\n\nb")).toContain("a\n\nb");
		expect(markdown("3. a\n4. b")).toContain('<ol start="3"');
	});
});

const message: MessageView = {
	id: "1192848271341797496",
	type: "regular",
	author: ana,
	content: "Hello",
	sentAt: "2026-11-01T12:00:00.000Z",
	editedAt: null,
	deletedAt: null,
	reply: null,
	attachments: [],
	embeds: [],
	reactions: [],
	stickers: [],
	components: [],
};

describe("Message", () => {
	it("never fetches what lies on another host", () => {
		const outside = "https://evil.example/pixel.png";
		const html = render(
			<Message
				resolve={resolve}
				message={{
					...message,
					attachments: [
						{
							id: "1",
							filename: "cat.png",
							size: 1_400_000,
							url: outside,
							contentType: "image/png",
							width: 800,
							height: 600,
						},
					],
					embeds: [
						{
							key: "1",
							title: "Title",
							description: "**bold**",
							url: "javascript:alert(1)",
							colour: 0xff0000,
							timestamp: null,
							author: { name: "Author", url: outside },
							footer: "Footer",
							provider: null,
							images: [{ url: outside, width: 1, height: 1 }],
							thumbnail: { url: outside },
							video: null,
							fields: [{ name: "Field", value: "*value*", inline: true }],
						},
					],
				}}
			/>,
		);
		const fetched = [...html.matchAll(/(?:src|srcset|poster|data)="([^"]+)"/gi)].map(
			([, address]) => address ?? "",
		);
		expect(fetched).toHaveLength(1);
		expect(fetched[0]).toMatch(new RegExp(`^${cdn}/avatars/`));
		expect(html).not.toContain("javascript:");
		expect(html).toContain("<strong");
		expect(html).toMatch(/cat\.png.*800 × 600 · 1\.4\u00a0MB/);
	});

	it("links every picture of an embed once, its thumbnail with them", () => {
		const embed = { images: [{ url: "https://a.example/1.png", width: null, height: null }], video: null };
		const second = {
			...embed,
			images: [...embed.images, { url: "https://a.example/2.png", width: 1, height: 1 }],
		};
		const thumbnail = { url: "https://a.example/small.png" };
		const links = (media: Parameters<typeof EmbedMedia>[0]["embed"]) =>
			[...render(<EmbedMedia embed={media} />).matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
		expect(links({ ...second, thumbnail })).toEqual([
			"https://a.example/1.png",
			"https://a.example/2.png",
			"https://a.example/small.png",
		]);
		expect(links({ ...embed, thumbnail: { url: "https://a.example/1.png" } })).toHaveLength(1);
	});

	it.each(["en", "de"] as const)("says every system message in words (%s)", (locale) => {
		for (const type of messageTypeNames) {
			const html = render(
				<Message resolve={resolve} message={{ ...message, type, content: "x < y" }} />,
				locale,
			);
			expect(html).not.toMatch(/\{content\}|systemMessages\.|&lt;person/);
		}
		const joined = render(
			<Message resolve={resolve} message={{ ...message, type: "guild_member_join" }} />,
			locale,
		);
		expect(joined).toMatch(/Ana<\/span>.*(joined the server|beigetreten)/);
	});

	it("keeps what it does not know and what was deleted", () => {
		const html = render(
			<Message resolve={resolve} message={{ ...message, type: "unknown_99", deletedAt: message.sentAt }} />,
		);
		expect(html).toContain("unknown_99");
		expect(html).toContain("Deleted");
		expect(html).toContain("Hello");
	});

	it("shows the texts among the components, and nothing for what only arranges them", () => {
		const blank = { style: null, emoji: null, url: null, placeholder: null, isDisabled: false, row: 0 };
		const components = [
			{ ...blank, key: "1", type: "container", label: null },
			{ ...blank, key: "2", type: "section", label: null },
			{ ...blank, key: "3", type: "text_display", label: "Opening hours" },
		];
		const html = render(<Message resolve={resolve} message={{ ...message, components }} />);
		expect(html).toContain("Opening hours");
		expect(html).not.toContain("Make a selection");
	});

	it("shows reactions, stickers, components, replies and commands", () => {
		const html = render(
			<Message
				resolve={resolve}
				message={{
					...message,
					reply: { id: "1", author: ana, content: "earlier" },
					command: { name: "case", user: ana },
					reactions: [{ id: null, name: "👍", count: 2 }],
					stickers: [{ id: "749054660769218631", name: "Wave", format: "lottie" }],
					components: [
						{
							key: "1",
							type: "button",
							style: "danger",
							label: "Ban",
							emoji: null,
							url: null,
							placeholder: null,
							isDisabled: false,
							row: 0,
						},
						{
							key: "2",
							type: "select_menu",
							style: null,
							label: null,
							emoji: null,
							url: null,
							placeholder: null,
							isDisabled: false,
							row: 1,
						},
					],
				}}
			/>,
		);
		for (const text of [
			"earlier",
			"Ana used /case",
			"👍, 2 reactions",
			"Sticker Wave",
			"Ban",
			"Make a selection",
		]) {
			expect(html).toContain(text);
		}
		expect(html).not.toMatch(/<(button|select)[^>]*>(Ban|Make)/);
	});
});

describe("Avatar", () => {
	it("is initials without a picture, with a wrong hash and without a CDN", () => {
		for (const person of [
			{ ...ana, avatar: null },
			{ ...ana, avatar: "../x" },
		]) {
			expect(render(<Avatar person={person} cdn={cdn} />)).not.toContain("<img");
		}
		expect(render(<Avatar person={ana} cdn={null} />)).toContain(">A</span>");
	});
});

it("explains a permission in the order Discord applies it", () => {
	const { verdicts } = effectivePermissions({
		guild: { id: resolve.guildId, ownerId: "1" },
		member: { userId: ana.id, roleIds: ["200000000000000001"] },
		roles: [{ id: "200000000000000001", permissions: "3072" }],
		channel: {
			id: "300000000000000001",
			type: "guild_text",
			overwrites: [{ id: "200000000000000001", kind: "role", allow: "0", deny: "1024" }],
		},
		at: new Date(0),
	});
	const names = { "200000000000000001": "Helper" };
	const html = (name: "SEND_MESSAGES" | "BAN_MEMBERS") =>
		render(<PermissionReasons verdict={verdicts[name]} roleNames={names} />);
	expect(html("SEND_MESSAGES")).toMatch(/Given by the role Helper.*Needs View Channels, which is missing/);
	expect(html("BAN_MEMBERS")).toContain("Nothing grants it");
});
