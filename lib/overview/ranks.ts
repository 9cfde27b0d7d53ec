import "server-only";
import { byMonths } from "@/lib/analytics/period/by-months";
import { dateAt, dayStart, stretchRows } from "@/lib/analytics/period/clock";
import { type Dates, dayAfter, wholeDays } from "@/lib/analytics/period/pieces";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, join, sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, summed } from "./days";
import type { Course, RankedChannel, RankedCommand } from "./schema";

/** How many a ranking shows. */
const places = 8;

/** The channels with the most messages, by days of UTC. */
export function topChannels(
	guild: GuildScope,
	{ firstDay, lastUtcDay, previous }: Range,
): Promise<RankedChannel[]> {
	const current = byMonths(guild, { first: firstDay, last: lastUtcDay }, "channels");
	const before = byMonths(guild, { first: previous.firstDay, last: previous.lastDay }, "channels");
	return guild.rows<RankedChannel>(sql`
		SELECT r.channel_id AS id, c.name, CASE WHEN c.deleted_at IS NULL THEN c.channel_type END AS type,
			r.messages, r.previous
		FROM (
			SELECT p.channel_id, coalesce(sum(p.messages) FILTER (WHERE p.current), 0)::int AS messages,
				coalesce(sum(p.messages) FILTER (WHERE NOT p.current), 0)::int AS previous
			FROM (
				SELECT n.*, true AS current FROM (${current}) n
				UNION ALL
				SELECT b.*, false FROM (${before}) b) p
			GROUP BY p.channel_id) r
			LEFT JOIN discord_channels c ON c.guild_id = ${guild.guildId}::bigint AND c.id = r.channel_id
		WHERE r.messages > 0
		ORDER BY r.messages DESC, r.channel_id
		LIMIT ${places}`);
}

/** ISO instants; `to` is not included. */
type Span = { from: string; to: string };

type CommandDay = DayRow<"executions" | "errors">;

/** Uses of the bot's commands and how many failed, by the server's days. */
export async function commandsByDay(
	guild: GuildScope,
	range: Range,
	timeZone: string,
): Promise<{ commands: Course; errors: Course }> {
	const rows = await guild.rows<CommandDay>(sql`
		SELECT ${dateAt(sql`h.day`)} AS day, sum(h.executions)::int AS executions, sum(h.errors)::int AS errors
		FROM ${stretchRows([range.previous, range], timeZone)} CROSS JOIN LATERAL (
			SELECT ${dayStart(sql`r.hour`)} AS day, sum(r.executions) AS executions, sum(r.errors) AS errors
			FROM rollup_executions_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= s.since AND r.hour < s.until
			GROUP BY 1 OFFSET 0) h
		GROUP BY 1`);
	return { commands: summed(range, rows, "executions"), errors: summed(range, rows, "errors") };
}

/** The commands used most, by the server's days: those of UTC by months, and hours at the edges where its zone is another. */
export function topCommands(guild: GuildScope, { from, to, previous }: Range): Promise<RankedCommand[]> {
	const now = wholeDays(from, to);
	const before = wholeDays(previous.from, from);
	const edges = [...edgesOf(previous, before), ...edgesOf({ from, to }, now)];
	const hours = (span: Span) => sql`
				UNION ALL
				SELECT h.command_name, h.executions, h.errors, h.hour >= ${from}::timestamptz
				FROM rollup_command_hourly h
				WHERE h.guild_id = ${guild.guildId}::bigint
					AND h.hour >= ${span.from}::timestamptz AND h.hour < ${span.to}::timestamptz`;
	return guild.rows<RankedCommand>(sql`
		SELECT r.name, r.executions, r.errors, r.previous
		FROM (
			SELECT u.command_name AS name, coalesce(sum(u.executions) FILTER (WHERE u.current), 0)::int AS executions,
				coalesce(sum(u.errors) FILTER (WHERE u.current), 0)::int AS errors,
				coalesce(sum(u.executions) FILTER (WHERE NOT u.current), 0)::int AS previous
			FROM (
				SELECT n.*, true AS current FROM (${byMonths(guild, now, "commands")}) n
				UNION ALL
				SELECT b.*, false FROM (${byMonths(guild, before, "commands")}) b
				${edges.length > 0 ? join(edges.map(hours), " ") : empty}) u
			GROUP BY u.command_name) r
		WHERE r.executions > 0
		ORDER BY r.executions DESC, r.name
		LIMIT ${places}`);
}

/** What of a period lies before and after its whole days of UTC; all of it, where it has none. */
function edgesOf({ from, to }: Span, { first, last }: Dates): Span[] {
	if (first > last) return [{ from, to }];
	const spans = [
		{ from, to: `${first}T00:00:00.000Z` },
		{ from: `${dayAfter(last)}T00:00:00.000Z`, to },
	];
	return spans.filter((span) => span.from < span.to);
}
