import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, summed } from "./days";
import type { Course, RankedChannel, RankedCommand, RankedMember } from "./schema";

/** How many a ranking shows. */
const places = 8;

/** Of how many names the bots are taken out before a ranking of people is cut to its places. */
const candidates = 100;

/** The channels with the most messages, by days of UTC. */
export function topChannels(
	guild: GuildScope,
	{ firstDay, lastDay, previous }: Range,
): Promise<RankedChannel[]> {
	return guild.rows<RankedChannel>(sql`
		SELECT r.channel_id AS id, c.name, c.channel_type AS type, r.messages, r.previous
		FROM (
			SELECT r.channel_id, coalesce(sum(r.messages) FILTER (WHERE r.day >= ${firstDay}::date), 0)::int AS messages,
				coalesce(sum(r.messages) FILTER (WHERE r.day < ${firstDay}::date), 0)::int AS previous
			FROM rollup_channel_daily r
			WHERE r.guild_id = ${guild.guildId}::bigint
				AND r.day BETWEEN ${previous.firstDay}::date AND ${lastDay}::date
			GROUP BY r.channel_id) r
			LEFT JOIN discord_channels c ON c.guild_id = ${guild.guildId}::bigint AND c.id = r.channel_id
		WHERE r.messages > 0
		ORDER BY r.messages DESC, r.channel_id
		LIMIT ${places}`);
}

/** The people who wrote most, bots aside, by days of UTC. Needs level 5: below, the rows do not exist. */
export function topMembers(
	guild: GuildScope,
	{ firstDay, lastDay, previous }: Range,
): Promise<RankedMember[]> {
	return guild.rows<RankedMember>(sql`
		SELECT r.user_id AS id, coalesce(m.nick, u.global_name, u.username, r.user_id::text) AS name, u.avatar,
			r.messages, r.previous
		FROM (
			SELECT r.user_id, coalesce(sum(r.messages) FILTER (WHERE r.day >= ${firstDay}::date), 0)::int AS messages,
				coalesce(sum(r.messages) FILTER (WHERE r.day < ${firstDay}::date), 0)::int AS previous
			FROM rollup_member_daily r
			WHERE r.guild_id = ${guild.guildId}::bigint
				AND r.day BETWEEN ${previous.firstDay}::date AND ${lastDay}::date
			GROUP BY r.user_id
			ORDER BY messages DESC, r.user_id
			LIMIT ${candidates}) r
			LEFT JOIN discord_users u ON u.id = r.user_id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = r.user_id
		WHERE r.messages > 0 AND u.bot IS NOT TRUE
		ORDER BY r.messages DESC, r.user_id
		LIMIT ${places}`);
}

type CommandDay = DayRow<"executions" | "errors">;

/** Uses of the bot's commands and how many failed, by the server's days. */
export async function commandsByDay(
	guild: GuildScope,
	range: Range,
	timeZone: string,
): Promise<{ commands: Course; errors: Course }> {
	const rows = await guild.rows<CommandDay>(sql`
		SELECT (r.hour AT TIME ZONE ${timeZone})::date::text AS day, sum(r.executions)::int AS executions,
			sum(r.errors)::int AS errors
		FROM rollup_command_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint
			AND r.hour >= ${range.previous.from}::timestamptz AND r.hour < ${range.to}::timestamptz
		GROUP BY 1`);
	return { commands: summed(range, rows, "executions"), errors: summed(range, rows, "errors") };
}

/** The commands used most. */
export function topCommands(guild: GuildScope, { from, to, previous }: Range): Promise<RankedCommand[]> {
	return guild.rows<RankedCommand>(sql`
		SELECT r.name, r.executions, r.errors, r.previous
		FROM (
			SELECT r.command_name AS name,
				coalesce(sum(r.executions) FILTER (WHERE r.hour >= ${from}::timestamptz), 0)::int AS executions,
				coalesce(sum(r.errors) FILTER (WHERE r.hour >= ${from}::timestamptz), 0)::int AS errors,
				coalesce(sum(r.executions) FILTER (WHERE r.hour < ${from}::timestamptz), 0)::int AS previous
			FROM rollup_command_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint
				AND r.hour >= ${previous.from}::timestamptz AND r.hour < ${to}::timestamptz
			GROUP BY r.command_name) r
		WHERE r.executions > 0
		ORDER BY r.executions DESC, r.name
		LIMIT ${places}`);
}
