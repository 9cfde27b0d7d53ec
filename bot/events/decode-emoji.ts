import { z } from "zod";
import { certain, flag, given, int4, text } from "@/bot/events/decode";
import { tellUser, user } from "@/bot/events/decode-user";
import type { Tables } from "@/bot/rows/tables";
import { stickerFormatName } from "@/lib/discord/components";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { wordOf } from "@/lib/discord/word-of";

export const emoji = z.object({
	id: snowflake,
	name: text.nullish(),
	roles: z.array(snowflake).nullish(),
	user: user.nullish(),
	animated: flag.nullish(),
	managed: flag.nullish(),
	require_colons: flag.nullish(),
	available: flag.nullish(),
});

export const sticker = z.object({
	id: snowflake,
	name: text.nullish(),
	description: text.nullish(),
	tags: text.nullish(),
	type: int4.nullish(),
	format_type: int4.nullish(),
	available: flag.nullish(),
	sort_value: int4.nullish(),
	user: user.nullish(),
});

const stickerTypes = { 1: "standard", 2: "guild" };

/** Tells all emojis of a guild. */
export function tellEmojis(
	tables: Tables,
	guildId: string,
	emojis: readonly z.infer<typeof emoji>[],
	at: string,
): void {
	for (const { user: creator } of emojis) if (creator) tellUser(tables, creator, at);
	const patches = emojis.map((one) => ({
		id: one.id,
		...(one.roles ? { roles: one.roles } : {}),
		cells: {
			...certain(one, "name", "animated", "managed", "require_colons", "available"),
			...(one.user ? { creator_id: one.user.id } : {}),
		},
	}));
	tables.emojis.set(guildId, at, patches);
}

/** Tells all stickers of a guild. */
export function tellStickers(
	tables: Tables,
	guildId: string,
	stickers: readonly z.infer<typeof sticker>[],
	at: string,
): void {
	for (const { user: creator } of stickers) if (creator) tellUser(tables, creator, at);
	const patches = stickers.map((one) => ({
		id: one.id,
		cells: {
			...certain(one, "name", "available"),
			...given(one, "description", "tags", "sort_value"),
			...(typeof one.type === "number" ? { sticker_type: wordOf(stickerTypes, one.type) } : {}),
			...(typeof one.format_type === "number" ? { format_type: stickerFormatName(one.format_type) } : {}),
			...(one.user ? { creator_id: one.user.id } : {}),
		},
	}));
	tables.stickers.set(guildId, at, patches);
}
