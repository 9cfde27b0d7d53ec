import "server-only";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { join, raw, type Sql, sql } from "@/lib/db/sql";
import { parsePeriod } from "./period";

/** The first hour of a rollup at which something is counted: what was there once and has gone leaves its row at zero. */
const firstHour = (table: string, counted: Sql) => (guild: Sql) =>
	sql`SELECT r.hour FROM ${raw(table)} r WHERE r.guild_id = ${guild} AND ${counted} ORDER BY r.hour LIMIT 1`;

/**
 * Where the first of each kind of figure stands. Days of UTC begin with the server's own day of that date; an upload
 * brings joins and cases that are older than its first message.
 */
const beginnings = {
	messages: firstHour("rollup_messages_hourly", sql`r.messages > 0`),
	executions: firstHour("rollup_executions_hourly", sql`r.executions > 0`),
	membership: (guild) => sql`SELECT r.day::timestamp AT TIME ZONE app.time_zone()
		FROM rollup_membership_daily r WHERE r.guild_id = ${guild} AND (r.joins > 0 OR r.leaves > 0) ORDER BY r.day LIMIT 1`,
	voice: firstHour("rollup_voice_hourly", sql`(r.sessions > 0 OR r.seconds > 0)`),
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
