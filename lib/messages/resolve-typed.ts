import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { isSnowflake } from "@/lib/discord/snowflake";
import type { MessageFilters } from "./schema";
import { type Asked, parseTyped } from "./typed";

export type ResolvedSearch<F extends MessageFilters> = {
	/** The filters with ids in place of what was typed; `q` holds the words alone. */
	filters: F;
	/** Whether anything but words was typed. */
	hasOperators: boolean;
	/** Names that fit nobody and nothing, and operators without a meaning, as they were typed. */
	unknown: string[];
};

/** Turns operators in the words (`from:ana`) into filters; a look-up for each name, none without. */
export async function resolveTyped<F extends MessageFilters>(
	guild: GuildScope,
	filters: F,
): Promise<ResolvedSearch<F>> {
	const typed = parseTyped(filters.q ?? "");
	const unknown = [...typed.unknown];
	const found: MessageFilters = { ...typed.filters };
	for (const asked of typed.asked) {
		const id = await idOf(guild, asked);
		if (id === undefined) unknown.push(asked.name);
		else found[asked.filter] = id;
	}
	const has = [...new Set([...(filters.has ?? []), ...(found.has ?? [])])];
	return {
		filters: {
			...filters,
			...found,
			q: typed.words === "" ? undefined : typed.words,
			has: has.length === 0 ? undefined : has,
		},
		hasOperators: typed.asked.length > 0 || Object.keys(typed.filters).length > 0,
		unknown,
	};
}

async function idOf(guild: GuildScope, { filter, name }: Asked): Promise<string | undefined> {
	const id = [name].find(isSnowflake);
	if (id !== undefined) return id;
	if (filter !== "channel" && name.toLowerCase() === "me") return guild.actor.userId;
	const row = await guild.one<{ id: string }>(
		filter === "channel" ? channel(guild, name) : person(guild, name),
	);
	return row?.id;
}

/** Who is called exactly that first, then by name; also those who left. */
function person(guild: GuildScope, name: string): Sql {
	return sql`
		SELECT u.id
		FROM app.search_members(${guild.guildId}::bigint, ${name}, 100, true) s
			JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = s.user_id
			JOIN discord_users u ON u.id = m.user_id
		ORDER BY lower(${name}) NOT IN (lower(u.username), lower(m.nick), lower(u.global_name)) NULLS LAST,
			m.left_at IS NOT NULL, m.sort_name, m.user_id
		LIMIT 1`;
}

/** The channel of that name, otherwise the one with the shortest name containing it; existing ones first. */
function channel(guild: GuildScope, name: string): Sql {
	return sql`
		SELECT c.id
		FROM discord_channels c
		WHERE c.guild_id = ${guild.guildId}::bigint AND position(lower(${name}) IN lower(c.name)) > 0
			AND c.channel_type <> 'guild_category'
		ORDER BY length(c.name), c.deleted_at IS NOT NULL, c.id
		LIMIT 1`;
}
