import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { withModerators } from "@/lib/cases/moderators";
import { type Sql, sql } from "@/lib/db/sql";
import { namesOf } from "@/lib/guilds/names";
import { chosenFilters } from "./plan";
import type { Definition, Filter, FilterChoices } from "./schema";

/** More options than a list is read through for. */
const most = 500;

/** What the filters on offer can be set to, and what those that are set are called. */
export async function filterChoices(
	guild: GuildScope,
	definition: Definition,
	offered: readonly Filter[],
): Promise<FilterChoices> {
	const options: FilterChoices["options"] = {};
	for (const name of offered) {
		const query = lists[name]?.(sql`${guild.guildId}::bigint`);
		if (query)
			options[name] = await guild.rows<{ value: string; label: string }>(sql`${query} LIMIT ${most}`);
	}
	const chosen = chosenFilters(definition).map((name) => definition[name] ?? "");
	const named = await namesOf(guild, chosen);
	return {
		options,
		names: Object.fromEntries(Object.values(named).map(({ id, name }) => [id, name])),
	};
}

const lists: Partial<Record<Filter, (guildId: Sql) => Sql>> = {
	channel: (id) => sql`
		SELECT c.id AS value, coalesce(c.name, c.id::text) AS label FROM discord_channels c
		WHERE c.guild_id = ${id} AND c.deleted_at IS NULL AND c.channel_type <> 'guild_category'
			AND c.channel_type NOT LIKE '%thread'
		ORDER BY c.position, c.id`,
	role: (id) => sql`
		SELECT r.id AS value, r.name AS label FROM discord_roles r
		WHERE r.guild_id = ${id} AND r.deleted_at IS NULL AND r.id <> ${id} ORDER BY r.position DESC, r.id`,
	command: (id) => sql`
		SELECT DISTINCT r.command_name AS value, r.command_name AS label FROM rollup_command_daily r
		WHERE r.guild_id = ${id} AND r.command_name <> '' ORDER BY 1`,
	caseType: (id) => sql`
		SELECT 'custom:' || t.id AS value, t.display_name AS label FROM custom_case_types t
		WHERE t.guild_id = ${id} AND NOT t.is_deleted ORDER BY t.display_name`,
	moderator: (id) => sql`
		${withModerators(id)}
		SELECT k.id AS value, coalesce(m.nick, u.global_name, u.username, k.id::text) AS label
		FROM moderator k LEFT JOIN discord_users u ON u.id = k.id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${id} AND m.user_id = k.id
		WHERE k.id IS NOT NULL ORDER BY 2`,
};
