import { describe, expect, it } from "vitest";
import { restoreEmoji } from "./inline-emoji";
import { searchMarks } from "./marks";
import { mentionedIn } from "./mentioned";
import { previewText } from "./preview";
import { carriedBy } from "./snapshot";

describe("custom emoji of an export", () => {
	const blob = { id: "175928847299117063", name: "blob", animated: false };
	const wave = { id: "175928847299117064", name: "wave", animated: true };

	it("get Discord's spelling back", () => {
		expect(restoreEmoji("hi :blob: :wave: :other:", [blob, wave])).toBe(
			"hi <:blob:175928847299117063> <a:wave:175928847299117064> :other:",
		);
	});

	it("stay as they are in code, where they are spelled out, and without any", () => {
		const text = "`:blob:` ```\n:blob:\n``` <:blob:175928847299117063>";
		expect(restoreEmoji(text, [blob])).toBe(text);
		expect(restoreEmoji(":blob:", null)).toBe(":blob:");
	});
});

describe("ids in texts", () => {
	it("are found once each, by kind", () => {
		expect(
			mentionedIn([
				"<@100000000000000001> <@!100000000000000001> <@&200000000000000001>",
				"<#300000000000000001><a:x_1:400000000000000001>",
			]),
		).toEqual({
			users: ["100000000000000001"],
			roles: ["200000000000000001"],
			channels: ["300000000000000001"],
			emojis: ["400000000000000001"],
		});
	});

	it("are not found in what only looks like one", () => {
		expect(mentionedIn(["<@1> <@abc> <#> <:x:> @everyone <t:1:R>"])).toEqual({
			users: [],
			roles: [],
			channels: [],
			emojis: [],
		});
	});
});

describe("the words that a search marks", () => {
	it("are those a result has in it", () => {
		expect(searchMarks('Lamp or "Light House" -oil -"two words" don\'t')).toEqual([
			"lamp",
			"light",
			"house",
			"don",
			"t",
		]);
		expect(searchMarks("")).toEqual([]);
	});
});

describe("a forwarded message", () => {
	it("is shown with what it carried, however little is known of it", () => {
		expect(carriedBy({})).toEqual({ attachments: [], embeds: [], stickers: [] });
		const { attachments, embeds, stickers } = carriedBy({
			attachments: [{ id: "1", filename: "a.png", size: 10, url: "https://cdn.localhost/a.png" }],
			embeds: [{ title: "T", image: { url: "https://a.b/i.png" }, fields: [{ name: "N", value: "V" }] }],
			sticker_items: [{ id: "2", name: "S", format_type: 1 }],
		});
		expect(attachments[0]).toMatchObject({ filename: "a.png", contentType: null, width: null });
		expect(embeds[0]).toMatchObject({ title: "T", images: [{ width: null }], fields: [{ inline: false }] });
		expect(stickers).toEqual([{ id: "2", name: "S", format: "png" }]);
	});
});

describe("the line above a reply", () => {
	it("has names in place of ids", () => {
		const ana = { id: "100000000000000001", name: "Ana", avatar: null, isBot: false };
		const names = { users: { [ana.id]: ana }, roles: {}, channels: {}, emojis: {} };
		expect(previewText(`<@!${ana.id}>\n<#300000000000000001>  <a:blob:400000000000000001>`, names)).toBe(
			"@Ana #300000000000000001 :blob:",
		);
	});
});
