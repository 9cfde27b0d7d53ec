import { z } from "zod";
import { emoji, sticker, tellEmojis, tellStickers } from "@/bot/events/decode-emoji";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

const emojis = handler(z.object({ guild_id: snowflake, emojis: z.array(emoji) }), (data, tables, { frame }) =>
	tellEmojis(tables, data.guild_id, data.emojis, frame.receivedAt),
);

const stickers = handler(
	z.object({ guild_id: snowflake, stickers: z.array(sticker) }),
	(data, tables, { frame }) => tellStickers(tables, data.guild_id, data.stickers, frame.receivedAt),
);

export const emojiEvents = {
	GUILD_EMOJIS_UPDATE: emojis,
	GUILD_STICKERS_UPDATE: stickers,
} satisfies Record<string, EventHandler>;
