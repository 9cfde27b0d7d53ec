import { GuildLists } from "@/bot/rows/guild-lists";
import type { Patch } from "@/bot/rows/patches";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const columns = {
	name: { type: "text", otherwise: "''" },
	description: { type: "text" },
	tags: { type: "text" },
	sticker_type: { type: "text", otherwise: "'guild'" },
	format_type: { type: "text", otherwise: "'unknown'" },
	available: { type: "boolean", otherwise: "true" },
	sort_value: { type: "integer" },
	creator_id: { type: "bigint" },
} as const;

export type StickerPatch = { id: string; cells: Patch<typeof columns> };

/** `discord_stickers` of guilds. */
export class StickerChanges implements Changes {
	readonly #users: UserChanges;
	readonly #lists = new GuildLists<typeof columns, StickerPatch>("stickers", columns);

	constructor(users: UserChanges) {
		this.#users = users;
	}

	/** These are all stickers of the guild. */
	set(guildId: string, at: string, stickers: readonly StickerPatch[]): void {
		this.#lists.set(guildId, at, stickers);
		for (const { cells } of stickers) {
			if (typeof cells.creator_id === "string") this.#users.need(cells.creator_id, at);
		}
	}

	async write(db: Db): Promise<void> {
		await this.#lists.write(db);
	}
}
