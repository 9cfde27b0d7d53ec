import { jsonRows, recordset } from "@/bot/rows/bulk";
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

type Item = { id: string; cells: object };
type List<T> = { at: string; items: Map<string, T> };

/** The whole lists of one kind that a batch told, one for each guild: the last, with what earlier ones said more. */
export class GuildLists<T extends Item> {
	readonly #name: ListName;
	readonly #lists = new Map<string, List<T>>();

	constructor(name: ListName) {
		this.#name = name;
	}

	set(guildId: string, at: string, items: readonly T[]): void {
		const known = this.#lists.get(guildId);
		if (known && known.at > at) return;
		const before = known?.items;
		const merged = items.map((item) => [item.id, merge(before?.get(item.id), item)] as const);
		this.#lists.set(guildId, { at, items: new Map(merged) });
	}

	/** Notes the lists' moments. @returns those that are not older than what is stored */
	async taken(db: Db): Promise<{ guildId: string; at: string; items: T[] }[]> {
		if (this.#lists.size === 0) return [];
		const rows = [...this.#lists].map(([guild_id, { at }]) => ({ guild_id, list: this.#name, at }));
		const newest = await db.rows<{ guild_id: string }>(take, [jsonRows(rows)]);
		return newest.flatMap(({ guild_id: guildId }) => {
			const list = this.#lists.get(guildId);
			return list ? { guildId, at: list.at, items: [...list.items.values()] } : [];
		});
	}
}

function merge<T extends Item>(before: T | undefined, item: T): T {
	return { ...before, ...item, cells: { ...before?.cells, ...item.cells } };
}
