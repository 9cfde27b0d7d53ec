import { bulk, recordset } from "@/bot/rows/bulk";
import { GuildLists } from "@/bot/rows/guild-lists";
import type { Patch } from "@/bot/rows/patches";
import type { RoleChanges } from "@/bot/rows/roles";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const columns = {
	name: { type: "text", otherwise: "''" },
	animated: { type: "boolean", otherwise: "false" },
	managed: { type: "boolean", otherwise: "false" },
	require_colons: { type: "boolean", otherwise: "true" },
	available: { type: "boolean", otherwise: "true" },
	creator_id: { type: "bigint" },
} as const;

const dropRoles = `
DELETE FROM discord_emoji_roles r USING ${recordset({ guild_id: "bigint", id: "bigint", roles: "bigint[]" })}
WHERE r.guild_id = s.guild_id AND r.emoji_id = s.id AND r.role_id <> ALL (s.roles)`;

const addRoles = `
INSERT INTO discord_emoji_roles (guild_id, emoji_id, role_id)
SELECT e.guild_id, e.id, d.id
FROM ${recordset({ guild_id: "bigint", id: "bigint", role_id: "bigint" })}
	JOIN discord_emojis e ON e.guild_id = s.guild_id AND e.id = s.id
	JOIN discord_roles d ON d.guild_id = s.guild_id AND d.id = s.role_id AND d.deleted_at IS NULL
ORDER BY e.id, d.id
ON CONFLICT DO NOTHING`;

export type EmojiPatch = { id: string; roles?: readonly string[]; cells: Patch<typeof columns> };

/** `discord_emojis`, and the roles that alone may use them. */
export class EmojiChanges implements Changes {
	readonly #users: UserChanges;
	readonly #roles: RoleChanges;
	readonly #lists = new GuildLists<typeof columns, EmojiPatch>("emojis", columns);

	constructor(users: UserChanges, roles: RoleChanges) {
		this.#users = users;
		this.#roles = roles;
	}

	/** These are all emojis of the guild. */
	set(guildId: string, at: string, emojis: readonly EmojiPatch[]): void {
		this.#lists.set(guildId, at, emojis);
		for (const { roles, cells } of emojis) {
			for (const role of roles ?? []) this.#roles.need(guildId, role, at);
			if (typeof cells.creator_id === "string") this.#users.need(cells.creator_id, at);
		}
	}

	async write(db: Db): Promise<void> {
		const lists = await this.#lists.write(db);
		await writeRoles(
			db,
			lists.flatMap(({ guildId, items }) =>
				items.flatMap(({ id, roles }) => (roles ? { guild_id: guildId, id, roles } : [])),
			),
		);
	}
}

type EmojiRoles = { guild_id: string; id: string; roles: readonly string[] };

async function writeRoles(db: Db, emojis: readonly EmojiRoles[]): Promise<void> {
	await bulk(db, dropRoles, emojis);
	const added = emojis.flatMap(({ roles, ...emoji }) => roles.map((role_id) => ({ ...emoji, role_id })));
	await bulk(db, addRoles, added);
}
