import { describe, expect, it } from "vitest";
import { messageTypeNames } from "@/lib/discord/messages";
import { ana, cdn, message, renderDiscord, resolve } from "@/tests/setup/render-discord";
import { Message } from "./message";

describe("Message", () => {
	it("never fetches what lies on another host", () => {
		const outside = "https://evil.example/pixel.png";
		const html = renderDiscord(
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

	it.each(["en", "de"] as const)("says every system message in words (%s)", (locale) => {
		for (const type of messageTypeNames) {
			const html = renderDiscord(
				<Message resolve={resolve} message={{ ...message, type, content: "x < y" }} />,
				locale,
			);
			expect(html).not.toMatch(/\{content\}|systemMessages\.|&lt;person/);
		}
		const joined = renderDiscord(
			<Message resolve={resolve} message={{ ...message, type: "guild_member_join" }} />,
			locale,
		);
		expect(joined).toMatch(/Ana<\/span>.*(joined the server|beigetreten)/);
	});

	it("marks a webhook, also one whose author is stored as a person", () => {
		const tag = (author: object, isWebhook: boolean) =>
			/>(WEBHOOK|APP)</.exec(
				renderDiscord(
					<Message resolve={resolve} message={{ ...message, author: { ...ana, ...author }, isWebhook }} />,
				),
			)?.[1];
		expect(tag({ isBot: false }, true)).toBe("WEBHOOK");
		expect(tag({ isBot: true }, false)).toBe("APP");
		expect(tag({ isBot: false }, false)).toBeUndefined();
	});

	it("keeps what it does not know and what was deleted", () => {
		const html = renderDiscord(
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
		const html = renderDiscord(<Message resolve={resolve} message={{ ...message, components }} />);
		expect(html).toContain("Opening hours");
		expect(html).not.toContain("Make a selection");
	});

	it("shows reactions, stickers, components, replies and commands", () => {
		const html = renderDiscord(
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
