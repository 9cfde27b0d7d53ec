import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { join, type Sql, sql } from "@/lib/db/sql";
import { parsePeriod } from "./period";
import type { Period, PeriodQuery } from "./schema";

/**
 * Where the first of each kind of figure stands. Days of UTC begin with the server's own day of that date; an upload
 * brings joins and cases that are older than its first message.
 */
const beginnings = {
	messages: (guild) => sql`SELECT min(r.hour) FROM rollup_messages_hourly r WHERE r.guild_id = ${guild}`,
	executions: (guild) => sql`SELECT min(r.hour) FROM rollup_executions_hourly r WHERE r.guild_id = ${guild}`,
	membership: (guild) => sql`SELECT min(r.day)::timestamp AT TIME ZONE app.time_zone()
		FROM rollup_membership_daily r WHERE r.guild_id = ${guild}`,
	voice: (guild) => sql`SELECT min(r.hour) FROM rollup_voice_hourly r WHERE r.guild_id = ${guild}`,
	cases: (guild) =>
		sql`SELECT min(c.created_at) FROM cases c WHERE c.guild_id = ${guild} AND NOT c.is_deleted`,
	conversations: (guild) => sql`SELECT min(c.created_at) FROM conversations c WHERE c.server_id = ${guild}`,
	tickets: (guild) => sql`SELECT min(t.forwarded_at) FROM forwarded_tickets t WHERE t.server_id = ${guild}`,
} as const satisfies Record<string, (guild: Sql) => Sql>;

export type Recorded = keyof typeof beginnings;

const everything = Object.keys(beginnings) as Recorded[];

/**
 * The period that an address asks for, in the server's zone.
 *
 * @param of what is shown of it: "all time" begins with the first of that, and nothing is compared with a time before
 */
export async function readPeriod(
	guild: GuildScope,
	asked: PeriodQuery,
	of: readonly Recorded[] = everything,
): Promise<Period> {
	const firsts = of.map((name) => sql`(${beginnings[name](sql`${guild.guildId}::bigint`)})`);
	const known = await guild.one<{ timeZone: string; recordedSince: string | null }>(sql`
		SELECT app.time_zone() AS "timeZone", least(${join(firsts)}) AS "recordedSince"`);
	return parsePeriod(asked, known ?? { timeZone: "UTC", recordedSince: null });
}
