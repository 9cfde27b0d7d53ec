import type { Columns } from "@/bot/rows/bulk";
import { type Patch, type PatchColumns, Patches, type PatchTable } from "@/bot/rows/patches";
import { Placeholders } from "@/bot/rows/placeholders";
import type { Db } from "@/bot/scope";

/** A moment at which something holds for a whole guild. */
export const guildMoment = { guild_id: "bigint", at: "timestamptz" } as const;
export type GuildMoment = { guild_id: string; at: string };

/** A table whose rows have ids of their own and never change their guild. */
export function guildTable<C extends PatchColumns>(
	table: string,
	columns: C,
	aside: Columns = {},
): PatchTable<C> {
	return {
		...{ table, columns, aside, key: ["id"], born: { guild_id: "bigint" } },
		where: "t.guild_id = excluded.guild_id",
	};
}

/** What is told of the rows of such a table, and rows that something only points at. */
export class GuildRows<C extends PatchColumns> {
	readonly #patches: Patches<C>;
	readonly #wanted: Placeholders;

	/**
	 * @param aside further values for the SQL of `columns`, which placeholders know too
	 * @param placeholder the columns of a row of which nothing is told, with their SQL over `s`
	 */
	constructor(table: string, columns: C, aside: Columns, placeholder: Readonly<Record<string, string>>) {
		this.#patches = new Patches(guildTable(table, columns, aside));
		const source = { ...aside, guild_id: "bigint", first_at: "timestamptz" };
		this.#wanted = new Placeholders(table, source, {
			...{ guild_id: "s.guild_id", created_at: "s.first_at" },
			...placeholder,
		});
	}

	/** What is told of a row at `at`; what is wanted of it already comes before `aside`. */
	tell(guildId: string, id: string, at: string, cells: Patch<C>, aside: object = {}): void {
		this.#patches.tell([id], at, cells, { ...aside, ...this.#wanted.get(id), guild_id: guildId });
	}

	/** Something that was heard of at `at` points at the row: it is there after `write`. */
	need(guildId: string, id: string, at: string, aside: object = {}): void {
		if (!this.#patches.has([id])) this.#wanted.want(id, { ...aside, guild_id: guildId, first_at: at });
	}

	/** When the row was last told of. */
	lastTold(id: string): string | undefined {
		return this.#patches.lastTold([id]);
	}

	async write(db: Db): Promise<void> {
		await this.#wanted.write(db, (id) => this.#patches.has([id]));
		await this.#patches.write(db);
	}
}
