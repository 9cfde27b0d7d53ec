import "server-only";
import { cache } from "react";
import type { Level } from "@/lib/auth/permissions";
import { inGuild } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { readShell, type Shell } from "@/lib/guilds/shell";

/** What every page of a guild shows around its content. */
export type GuildFrame = {
	id: string;
	name: string;
	icon: string | null;
	level: Level;
	/** IANA name; the zone in which the server's times are shown. */
	timeZone: string;
	/** False when the bot has left: the data stays, nothing new comes. */
	botPresent: boolean;
	shell: Shell;
};

/**
 * The frame of a guild, read once per request.
 * @throws AppError like `inGuild`
 */
export const guildFrame = cache(
	(guildId: string): Promise<GuildFrame> =>
		inGuild(guildId, "overview.read", async (guild) => {
			const row = await guild.one<Omit<GuildFrame, "level" | "shell">>(sql`
				SELECT g.id, g.name, g.icon, app.time_zone() AS "timeZone",
					g.left_at IS NULL AND coalesce(g.bot_active, true) AS "botPresent"
				FROM discord_guilds g
				WHERE g.id = ${guild.guildId}::bigint`);
			if (row === undefined) throw new Error(`guild ${guild.guildId} has an administrator but no row`);
			const shell = await readShell({ rows: guild.rows, one: guild.one, userId: guild.actor.userId });
			return { ...row, level: guild.actor.level, shell };
		}),
);
