import { isSnowflake } from "./snowflake";

/** An image hash as Discord writes it; `a_` marks an animated one. Anything else never gets into a URL. */
const hashPattern = /^(a_)?[0-9a-f]{32}$/;
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 256, 512, 1024, 2048, 4096];

export type PictureOptions = {
	/** CSS pixels on the screen; the next size that Discord serves for twice as many is asked for. */
	size?: number;
	/** Ask for the moving picture, where there is one. */
	animated?: boolean;
};

/** Whether the text is a picture hash (with or without `a_`). */
export function isPictureHash(hash: unknown): hash is string {
	return typeof hash === "string" && hashPattern.test(hash);
}

/** A person's avatar, or their avatar in one server when `guildId` is given. Null without a valid hash or id. */
export function avatarUrl(
	base: string,
	user: { id: string; hash: string | null; guildId?: string },
	options: PictureOptions = {},
): string | null {
	const { id, hash, guildId } = user;
	return guildId === undefined
		? picture(base, { folder: `avatars/${id}`, ids: [id], hash }, options)
		: picture(base, { folder: `guilds/${guildId}/users/${id}/avatars`, ids: [guildId, id], hash }, options);
}

/** A server's icon. Null without a valid hash or id. */
export function guildIconUrl(
	base: string,
	guild: { id: string; hash: string | null },
	options: PictureOptions = {},
): string | null {
	return picture(base, { folder: `icons/${guild.id}`, ids: [guild.id], hash: guild.hash }, options);
}

/** A custom emoji. Null when `id` is not a snowflake. */
export function emojiUrl(
	base: string,
	emoji: { id: string; animated?: boolean },
	options: PictureOptions = {},
): string | null {
	if (!isSnowflake(emoji.id)) {
		return null;
	}
	const type = emoji.animated && options.animated ? "gif" : "webp";
	return address(base, `emojis/${emoji.id}.${type}`, options.size ?? 48);
}

/**
 * A sticker's picture. Null when `id` is not a snowflake, and for `lottie` (a vector animation that needs a
 * player) and `gif` (which Discord serves from another host): those are shown by name.
 */
export function stickerUrl(base: string, sticker: { id: string; format: string }, size = 160): string | null {
	const isPicture = sticker.format === "png" || sticker.format === "apng";
	return isPicture && isSnowflake(sticker.id) ? address(base, `stickers/${sticker.id}.png`, size) : null;
}

/**
 * What stands in for a missing avatar: up to two initials on one of six colours, the one that Discord itself
 * would pick for this id. Drawn in place, so nothing is fetched.
 */
export function defaultAvatar(id: string, name: string): { initials: string; colour: number } {
	return {
		initials: initialsOf(name),
		colour: isSnowflake(id) ? Number((BigInt(id) >> 22n) % 6n) : 0,
	};
}

function initialsOf(name: string): string {
	const words = name
		.split(/[\s_.\-|]+/u)
		.filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
	const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });
	const first = (word: string) =>
		[...segments.segment(word)]
			.map(({ segment }) => segment)
			.find((segment) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) ?? "";
	return words.slice(0, 2).map(first).join("").toLocaleUpperCase() || "?";
}

type Picture = { folder: string; ids: string[]; hash: string | null };

function picture(base: string, { folder, ids, hash }: Picture, options: PictureOptions): string | null {
	if (!isPictureHash(hash) || !ids.every(isSnowflake)) {
		return null;
	}
	const type = options.animated && hash.startsWith("a_") ? "gif" : "webp";
	return address(base, `${folder}/${hash}.${type}`, options.size ?? 40);
}

function address(base: string, path: string, size: number): string {
	const served = sizes.find((each) => each >= size * 2) ?? 4096;
	return `${base.replace(/\/+$/, "")}/${path}?size=${served}`;
}
