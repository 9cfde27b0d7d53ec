import { bulk, jsonRows, recordset } from "@/bot/rows/bulk";
import { guildMoment, guildTable } from "@/bot/rows/guild-rows";
import { type Patch, type PatchColumns, Patches } from "@/bot/rows/patches";
import type { Db } from "@/bot/scope";

/** Lists that Discord sends whole, and of which nothing stays of what is removed. */
type ListName = "emojis" | "stickers";

const take = `
INSERT INTO gateway_lists AS t (guild_id, list, observed_at)
SELECT s.guild_id, s.list, s.at FROM ${recordset({ guild_id: "bigint", list: "text", at: "timestamptz" })}
ORDER BY s.guild_id, s.list
ON CONFLICT (guild_id, list) DO UPDATE SET observed_at = excluded.observed_at
WHERE t.observed_at <= excluded.observed_at
RETURNING guild_id::text`;

type Item<C> = { id: string; cells: Patch<C> };
type List<T> = { at: string; items: Map<string, T> };
type Taken<T> = { guildId: string; at: string; items: T[] };

/** The whole lists of one kind that a batch told, one for each guild: the last, with what earlier ones said more. */
export class GuildLists<C extends PatchColumns, T extends Item<C>> {
	readonly #name: ListName;
	readonly #columns: C;
	readonly #lists = new Map<string, List<T>>();

	/** @param columns of the table that holds the rows, `discord_` before the list's name */
	constructor(name: ListName, columns: C) {
		this.#name = name;
		this.#columns = columns;
	}

	set(guildId: string, at: string, items: readonly T[]): void {
		const known = this.#lists.get(guildId);
		if (known && known.at > at) return;
		const before = known?.items;
		const merged = items.map((item) => [item.id, merge(before?.get(item.id), item)] as const);
		this.#lists.set(guildId, { at, items: new Map(merged) });
	}

	/** Writes the rows, and deletes those that are not listed. @returns the lists that are not older than what is stored */
	async write(db: Db): Promise<Taken<T>[]> {
		if (this.#lists.size === 0) return [];
		const lists = await this.#take(db);
		const table = `discord_${this.#name}`;
		const patches = new Patches(guildTable(table, this.#columns));
		for (const { guildId, at, items } of lists) {
			for (const { id, cells } of items) patches.tell([id], at, cells, { guild_id: guildId });
		}
		await patches.write(db);
		const moments = lists.map(({ guildId, at }) => ({ guild_id: guildId, at }));
		await bulk(db, dropUnlisted(table), moments);
		return lists;
	}

	/** Notes the lists' moments. */
	async #take(db: Db): Promise<Taken<T>[]> {
		const rows = [...this.#lists].map(([guild_id, { at }]) => ({ guild_id, list: this.#name, at }));
		const newest = await db.rows<{ guild_id: string }>(take, [jsonRows(rows)]);
		return newest.flatMap(({ guild_id: guildId }) => {
			const list = this.#lists.get(guildId);
			return list ? { guildId, at: list.at, items: [...list.items.values()] } : [];
		});
	}
}

const dropUnlisted = (table: string) => `
DELETE FROM ${table} t USING ${recordset(guildMoment)}
WHERE t.guild_id = s.guild_id AND t.observed_at < s.at`;

function merge<C, T extends Item<C>>(before: T | undefined, item: T): T {
	return { ...before, ...item, cells: { ...before?.cells, ...item.cells } };
}
