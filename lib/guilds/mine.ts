import "server-only";
import { cache } from "react";
import type { Level } from "@/lib/auth/permissions";
import { inUser } from "@/lib/auth/scope";
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
};

/** The person's servers, favourites first, then by name; read once per request. */
export const myGuilds = cache(
	(): Promise<MyGuild[]> =>
		inUser((user) =>
			user.rows<MyGuild>(sql`
				SELECT guild_id AS id, name, icon, member_count AS "memberCount", bot_present AS "botPresent", level, owner,
					favourite
				FROM app.my_guilds()
				ORDER BY favourite DESC, lower(name), guild_id`),
		),
);
