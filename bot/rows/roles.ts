import { bulk, recordset } from "@/bot/rows/bulk";
import { type GuildMoment, GuildRows, guildMoment } from "@/bot/rows/guild-rows";
import type { Patch } from "@/bot/rows/patches";
import { overtaken } from "@/bot/rows/placeholders";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	name: { type: "text", otherwise: "'unknown-role'" },
	color: { type: "integer", otherwise: "0" },
	hoist: { type: "boolean", otherwise: "false" },
	icon: { type: "text" },
	unicode_emoji: { type: "text" },
	position: { type: "integer", otherwise: "0" },
	permissions: { type: "bigint", otherwise: "0" },
	managed: { type: "boolean", otherwise: "false" },
	mentionable: { type: "boolean", otherwise: "false" },
	tags: { type: "jsonb" },
	flags: { type: "integer" },
	deleted_at: { type: "timestamptz" },
} as const;

export type RolePatch = Patch<typeof columns>;

const dropUnlisted = `
UPDATE discord_roles t SET deleted_at = s.at, observed_at = s.at
FROM ${recordset(guildMoment)}
WHERE t.guild_id = s.guild_id AND t.deleted_at IS NULL AND ${overtaken}`;

/** What hung on a deleted role; Discord does not tell member by member. */
const dropUses = (table: string) => `
DELETE FROM ${table} r
USING discord_roles t, ${recordset(guildMoment)}
WHERE t.guild_id = s.guild_id AND t.deleted_at = s.at AND r.guild_id = t.guild_id AND r.role_id = t.id`;
const dropMembers = dropUses("discord_member_roles");
const dropEmojis = dropUses("discord_emoji_roles");

/** `discord_roles`. */
export class RoleChanges implements Changes {
	readonly #complete: GuildMoment[] = [];
	readonly #deleted: GuildMoment[] = [];
	readonly #rows = new GuildRows(
		"discord_roles",
		columns,
		{},
		{ name: "'unknown-role'", position: "0", permissions: "0" },
	);

	/** What is told of a role at `at`: it exists, then. */
	put(guildId: string, id: string, at: string, patch: RolePatch): void {
		this.#rows.tell(guildId, id, at, { deleted_at: null, ...patch });
	}

	delete(guildId: string, id: string, at: string): void {
		this.#rows.tell(guildId, id, at, { deleted_at: at });
		this.#deleted.push({ guild_id: guildId, at });
	}

	/** Something that was heard of at `at` points at the role: a row is there after `write`. */
	need(guildId: string, id: string, at: string): void {
		this.#rows.need(guildId, id, at);
	}

	/** What was told at `at` is everything: other roles of the guild are deleted. */
	complete(guildId: string, at: string): void {
		this.#complete.push({ guild_id: guildId, at });
	}

	async write(db: Db): Promise<void> {
		await this.#rows.write(db);
		await bulk(db, dropUnlisted, this.#complete);
		const gone = [...this.#deleted, ...this.#complete];
		await bulk(db, dropMembers, gone);
		await bulk(db, dropEmojis, gone);
	}
}
