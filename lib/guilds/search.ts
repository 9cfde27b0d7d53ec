import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { SearchResults } from "./schema";

const MAX_EACH = 6;

/** How many members are looked at to show the best of them. */
const MAX_RANKED = 200;

/**
 * Members, channels and cases whose name, id or number fits `text`. What the person's level does not cover is absent.
 */
export async function searchGuild(guild: GuildScope, text: string): Promise<SearchResults> {
	return {
		members: await findMembers(guild, text),
		channels: await findChannels(guild, text),
		cases: may(guild.actor.level, "cases.read") ? await findCase(guild, text) : [],
	};
}

/** Whose name begins with the text stands before whose name has it, and those before the ones it finds otherwise. */
function findMembers(guild: GuildScope, text: string): Promise<SearchResults["members"]> {
	const name = text.toLowerCase();
	return guild.rows(sql`
		SELECT u.id, p.name, u.username, u.avatar
		FROM app.search_members(${guild.guildId}::bigint, ${text}, ${MAX_RANKED}) s
			JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = s.user_id
			JOIN discord_users u ON u.id = m.user_id
			CROSS JOIN LATERAL (SELECT coalesce(m.nick, u.global_name, u.username) AS name) p
		ORDER BY position(${name} IN lower(p.name)) = 1 DESC, position(${name} IN lower(p.name)) > 0 DESC,
			m.sort_name, m.user_id
		LIMIT ${MAX_EACH}`);
}

function findChannels(guild: GuildScope, text: string): Promise<SearchResults["channels"]> {
	const name = text.replace(/^#/, "").toLowerCase();
	return guild.rows(sql`
		SELECT c.id, c.name, c.channel_type AS type
		FROM discord_channels c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.deleted_at IS NULL
			AND (position(${name} IN lower(c.name)) > 0 OR c.id::text = ${name})
		ORDER BY c.channel_type LIKE '%thread', position(${name} IN lower(c.name)), length(c.name), c.id LIMIT ${MAX_EACH}`);
}

async function findCase(guild: GuildScope, text: string): Promise<SearchResults["cases"]> {
	const number = /^#?(\d{1,9})$/.exec(text)?.[1];
	if (number === undefined) return [];
	return guild.rows(sql`
		SELECT c.case_number AS "caseNumber", coalesce(c.case_type, t.display_name, '') AS type,
			coalesce(u.global_name, u.username, c.case_user_id::text) AS "userName",
			c.case_reason AS reason
		FROM cases c
			LEFT JOIN custom_case_types t ON t.guild_id = c.guild_id AND t.id = c.custom_case_type_id
			LEFT JOIN discord_users u ON u.id = c.case_user_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.case_number = ${number}::integer AND NOT c.is_deleted`);
}
