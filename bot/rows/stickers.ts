import { bulk, recordset } from "@/bot/rows/bulk";
import { GuildLists } from "@/bot/rows/guild-lists";
import { type Patch, Patches } from "@/bot/rows/patches";
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

const table = {
	table: "discord_stickers",
	key: ["id"],
	columns,
	born: { guild_id: "bigint" },
	where: "t.guild_id = excluded.guild_id",
} as const;

const dropUnlisted = `
DELETE FROM discord_stickers t USING ${recordset({ guild_id: "bigint", at: "timestamptz" })}
WHERE t.guild_id = s.guild_id AND t.observed_at < s.at`;

export type StickerPatch = { id: string; cells: Patch<typeof columns> };

/** `discord_stickers` of guilds. */
export class StickerChanges implements Changes {
	readonly #users: UserChanges;
	readonly #lists = new GuildLists<StickerPatch>("stickers");

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
		const lists = await this.#lists.taken(db);
		const patches = new Patches(table);
		for (const { guildId, at, items } of lists) {
			for (const { id, cells } of items) patches.tell([id], at, cells, { guild_id: guildId });
		}
		await patches.write(db);
		const moments = lists.map(({ guildId, at }) => ({ guild_id: guildId, at }));
		await bulk(db, dropUnlisted, moments);
	}
}
