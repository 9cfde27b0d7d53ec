import { bulk, names, recordset } from "@/bot/rows/bulk";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	id: "bigint",
	application_id: "bigint",
	guild_id: "bigint",
	command_type: "text",
	name: "text",
	name_localizations: "jsonb",
	description: "text",
	description_localizations: "jsonb",
	options: "jsonb",
	default_member_permissions: "bigint",
	dm_permission: "boolean",
	nsfw: "boolean",
	version: "bigint",
} as const;

/** What Discord lists is registered, so it can be used. */
const put = `
INSERT INTO discord_application_commands AS t (${names(columns)}, enabled)
SELECT ${names(columns, "s.")}, true FROM ${recordset(columns)} ORDER BY s.id
ON CONFLICT (id) DO UPDATE SET
	name = excluded.name, name_localizations = excluded.name_localizations, description = excluded.description,
	description_localizations = excluded.description_localizations, options = excluded.options,
	default_member_permissions = excluded.default_member_permissions, dm_permission = excluded.dm_permission,
	nsfw = excluded.nsfw, version = excluded.version, enabled = true
WHERE t.guild_id = excluded.guild_id AND (t.version <= excluded.version OR NOT t.enabled)`;

const disableUnlisted = `
UPDATE discord_application_commands t SET enabled = false
FROM ${recordset({ guild_id: "bigint", application_id: "bigint", ids: "bigint[]" })}
WHERE t.guild_id = s.guild_id AND t.application_id = s.application_id AND t.enabled AND t.id <> ALL (s.ids)`;

export type Command = {
	id: string;
	command_type: string;
	name: string;
	name_localizations: unknown;
	description: string | null;
	description_localizations: unknown;
	options: unknown;
	default_member_permissions: string | null;
	dm_permission: boolean;
	nsfw: boolean;
	version: string;
};

/** `discord_application_commands`. */
export class CommandChanges implements Changes {
	readonly #rows: (Command & { guild_id: string; application_id: string })[] = [];
	readonly #complete: { guild_id: string; application_id: string; ids: string[] }[] = [];

	/** All commands that the application has registered for a guild, or (NO_GUILD) everywhere: others are disabled. */
	list(guildId: string, applicationId: string, commands: readonly Command[]): void {
		for (const command of commands) {
			this.#rows.push({ ...command, guild_id: guildId, application_id: applicationId });
		}
		const ids = commands.map(({ id }) => id);
		this.#complete.push({ guild_id: guildId, application_id: applicationId, ids });
	}

	async write(db: Db): Promise<void> {
		await bulk(db, put, this.#rows);
		await bulk(db, disableUnlisted, this.#complete);
	}
}
