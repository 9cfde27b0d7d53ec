import { describe, expect, it } from "vitest";
import { avatarUrl, defaultAvatar, emojiUrl, guildIconUrl, isPictureHash, stickerUrl } from "./cdn";

const base = "http://localhost:4010/cdn/";
const id = "175928847299117063";
const hash = "8342729096ea3675442027381ff50dfe";

describe("addresses", () => {
	it("ask for twice the size on the screen, in a size that Discord serves", () => {
		expect(avatarUrl(base, { id, hash }, { size: 24 })).toBe(
			`http://localhost:4010/cdn/avatars/${id}/${hash}.webp?size=48`,
		);
		expect(avatarUrl(base, { id, hash }, { size: 9000 })).toMatch(/size=4096$/);
	});

	it("know the avatar of one server, and icons", () => {
		expect(avatarUrl(base, { id, hash, guildId: id })).toContain(
			`/cdn/guilds/${id}/users/${id}/avatars/${hash}`,
		);
		expect(guildIconUrl(base, { id, hash })).toContain(`/cdn/icons/${id}/`);
	});

	it("move only when asked, and only what can", () => {
		const moving = `a_${hash}`;
		expect(avatarUrl(base, { id, hash: moving })).toContain(`${moving}.webp`);
		expect(avatarUrl(base, { id, hash: moving }, { animated: true })).toContain(`${moving}.gif`);
		expect(avatarUrl(base, { id, hash }, { animated: true })).toContain(`${hash}.webp`);
		expect(emojiUrl(base, { id, animated: true }, { animated: true })).toContain(`/emojis/${id}.gif`);
		expect(emojiUrl(base, { id })).toContain(`/emojis/${id}.webp`);
	});

	it.each(["", "../../x", `${hash}/..`, hash.toUpperCase(), `b_${hash}`, `${hash}?a=b`, null])(
		"refuse the hash %j",
		(wrong) => {
			expect(isPictureHash(wrong)).toBe(false);
			expect(avatarUrl(base, { id, hash: wrong })).toBeNull();
			expect(guildIconUrl(base, { id, hash: wrong })).toBeNull();
		},
	);

	it("refuse what is not an id", () => {
		expect(avatarUrl(base, { id: "avatars", hash })).toBeNull();
		expect(avatarUrl(base, { id: "../x", hash })).toBeNull();
		expect(emojiUrl(base, { id: "1" })).toBeNull();
		expect(stickerUrl(base, { id: "x", format: "png" })).toBeNull();
	});

	it("leave stickers that are no plain picture to their name", () => {
		expect(stickerUrl(base, { id, format: "apng" })).toContain(`/stickers/${id}.png`);
		expect(stickerUrl(base, { id, format: "lottie" })).toBeNull();
		expect(stickerUrl(base, { id, format: "gif" })).toBeNull();
	});
});

describe("defaultAvatar", () => {
	it.each([
		["Ana Lima", "AL"],
		["ana_lima_dev", "AL"],
		["ña", "Ñ"],
		["🦊 fox", "🦊F"],
		["👩‍👩‍👧 family", "👩‍👩‍👧F"],
		["!!!", "?"],
		["", "?"],
		["[mod] Bo", "MB"],
	])("%j becomes %j", (name, initials) => {
		expect(defaultAvatar(id, name).initials).toBe(initials);
	});

	it("has one colour per id, and one for what is no id", () => {
		expect(defaultAvatar(id, "x").colour).toBe(Number((BigInt(id) >> 22n) % 6n));
		expect(defaultAvatar("nobody", "x").colour).toBe(0);
	});
});
