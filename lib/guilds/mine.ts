import "server-only";
import { cache } from "react";
import type { Level } from "@/lib/auth/permissions";
import { inUser, type UserScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

/** A server that the signed-in person may open here, or could add the bot to. */
export type MyGuild = {
	id: string;
	name: string;
	/** Discord's hash of the icon. */
	icon: string | null;
	memberCount: number | null;
	botPresent: boolean;
	/** 0 where nothing of it is stored yet. */
	level: Level;
	owner: boolean;
	favourite: boolean;
	/** Known here, by the bot or an import; otherwise only Discord's list of the person's servers has it. */
	stored: boolean;
};

/** The person's servers, favourites first, then by name. */
export function listGuilds(user: Pick<UserScope, "rows">): Promise<MyGuild[]> {
	return user.rows<MyGuild>(sql`
		SELECT guild_id AS id, name, icon, member_count AS "memberCount", bot_present AS "botPresent", level, owner,
			favourite, stored
		FROM app.my_guilds()
		ORDER BY favourite DESC, lower(name), guild_id`);
}

/** The same for a page, read once per request. */
export const myGuilds = cache((): Promise<MyGuild[]> => inUser(listGuilds));

/** Marks or unmarks a server as a favourite; at most 100 are kept, the oldest go first. */
export async function saveFavourite(user: UserScope, guildId: string, favourite: boolean): Promise<void> {
	await user.rows(sql`
		INSERT INTO user_preferences AS p (user_id, theme, favourite_guild_ids)
		VALUES (${user.userId}::bigint, 'system', CASE WHEN ${favourite} THEN ARRAY[${guildId}::bigint] ELSE '{}' END)
		ON CONFLICT (user_id) DO UPDATE SET favourite_guild_ids =
			(array_remove(p.favourite_guild_ids, ${guildId}::bigint) || excluded.favourite_guild_ids)[
				greatest(cardinality(p.favourite_guild_ids) - 98, 1):]`);
}
