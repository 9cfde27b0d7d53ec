import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { parsePeriod } from "./period";
import type { Period, PeriodQuery } from "./schema";

/** The period that an address asks for, in the server's zone; recording began with the first message or command. */
export async function readPeriod(guild: GuildScope, asked: PeriodQuery): Promise<Period> {
	const known = await guild.one<{ timeZone: string; recordedSince: string | null }>(sql`
		SELECT app.time_zone() AS "timeZone", least(
			(SELECT min(r.hour) FROM rollup_messages_hourly r WHERE r.guild_id = ${guild.guildId}::bigint),
			(SELECT min(r.hour) FROM rollup_executions_hourly r WHERE r.guild_id = ${guild.guildId}::bigint)) AS "recordedSince"`);
	return parsePeriod(asked, known ?? { timeZone: "UTC", recordedSince: null });
}
