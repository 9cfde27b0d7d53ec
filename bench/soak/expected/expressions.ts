import type { Told } from "@/bench/soak/expected/told";
import { plain, type TableExpectation } from "@/bench/soak/table";
import { stickerFormatName } from "@/lib/discord/components";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

/** Emojis, who may use them, and stickers; deleted ones leave no row. */
export function expressionsOf(told: Told): TableExpectation[] {
	return [emojis(told), emojiRoles(told), stickers(told)];
}

function emojis({ dump }: Told): TableExpectation {
	return {
		table: "discord_emojis",
		key: ["id"],
		columns: present(["id", "name", "animated", "managed", "require_colons", "available"]),
		rows: dump.emojis.map((emoji) => ({ ...emoji })),
	};
}

function emojiRoles({ dump, guild }: Told): TableExpectation {
	return {
		table: "discord_emoji_roles",
		key: ["emoji_id", "role_id"],
		columns: present(["emoji_id", "role_id"]),
		rows: dump.emojis.flatMap(({ id, roles = [] }) =>
			roles.filter((role_id) => guild.roles.has(role_id)).map((role_id) => ({ emoji_id: id, role_id })),
		),
	};
}

function stickers({ dump }: Told): TableExpectation {
	return {
		table: "discord_stickers",
		key: ["id"],
		columns: present(["id", "name", "description", "tags", "sticker_type", "format_type", "available"]),
		rows: dump.stickers.map((sticker) => ({
			...sticker,
			sticker_type: sticker.type === 1 ? "standard" : "guild",
			format_type: stickerFormatName(sticker.format_type),
		})),
	};
}
