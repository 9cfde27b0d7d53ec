import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { join, raw, type Sql, sql } from "@/lib/db/sql";
import { monthsAndEdges } from "./month-edges";
import type { Dates } from "./pieces";

/** Rollups of the same figures by days of UTC and by months. */
const sources = {
	channels: {
		days: raw("rollup_channel_daily"),
		months: raw("rollup_channel_monthly"),
		key: raw("channel_id"),
		figures: ["messages"],
	},
	commands: {
		days: raw("rollup_command_daily"),
		months: raw("rollup_command_monthly"),
		key: raw("command_name"),
		figures: ["executions", "errors"],
	},
} as const;

/**
 * Rows of a key and its figures that add up to what was counted from one day of UTC to another: those of months, and those of
 * days that the months have too few or too many, the latter with a minus.
 */
export function byMonths(guild: GuildScope, dates: Dates, name: keyof typeof sources): Sql {
	const { days, months, key, figures } = sources[name];
	const { months: whole, edges } = monthsAndEdges(dates);
	const spans = edges.map(({ first, last, sign }) => sql`(${first}::date, ${last}::date, ${sign}::int)`);
	const plain = figures.map((figure) => raw(`r.${figure}`));
	const signed = figures.map((figure) => raw(`e.sign * d.${figure}`));
	return sql`SELECT r.${key}, ${join(plain)} FROM ${months} r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.month BETWEEN ${whole.first}::date AND ${whole.last}::date
		UNION ALL
		SELECT d.${key}, ${join(signed)}
		FROM (VALUES ${join(spans)}) AS e (first, last, sign) CROSS JOIN LATERAL (
			SELECT r.${key}, ${join(plain)} FROM ${days} r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.day BETWEEN e.first AND e.last OFFSET 0) d`;
}
