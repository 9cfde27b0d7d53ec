import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { isUnderWay, parseRange } from "@/lib/range";
import { activeMembers, membership, messagesWritten } from "./activity";
import { attentionItems } from "./attention";
import { openAtDayEnd } from "./backlog";
import { standing } from "./days";
import { topMembers } from "./members";
import { commandsByDay, topChannels, topCommands } from "./ranks";
import type { Overview } from "./schema";

type State = {
	timeZone: string;
	botLeftAt: string | null;
	hasData: boolean;
	/** The first hour with a message or a command. */
	recordedSince: string | null;
};

/**
 * Everything the overview shows of a period and the one before it, from rollup tables and small counts: its cost
 * follows the days asked for, not the messages stored. What the actor's level may not read is null.
 * @param search the parameters of the address; what makes no sense counts as not given
 */
export async function readOverview(
	guild: GuildScope,
	search: Record<string, string | string[] | undefined>,
): Promise<Overview> {
	const { timeZone, botLeftAt, hasData, recordedSince } = await readState(guild);
	const range = parseRange(search, timeZone);
	const level = guild.actor.level;
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [people, { messages, heatmap }, active, uses, open, channels, members, commands, attention] =
		await Promise.all([
			membership(guild, range),
			messagesWritten(guild, range, timeZone),
			activeMembers(guild, range),
			commandsByDay(guild, range, timeZone),
			may(level, "cases.read") ? openAtDayEnd(guild, range, timeZone) : null,
			topChannels(guild, range),
			may(level, "members.activity") ? topMembers(guild, range) : null,
			topCommands(guild, range),
			attentionItems(guild),
		]);
	return {
		timeZone,
		firstDay: range.firstDay,
		lastDay: range.lastDay,
		endsToday: isUnderWay(range),
		previous: { firstDay: range.previous.firstDay, lastDay: range.previous.lastDay },
		botLeftAt,
		hasData,
		comparable: recordedSince !== null && Date.parse(recordedSince) <= Date.parse(range.previous.from),
		members: standing(range, people.changes),
		joins: people.joins,
		leaves: people.leaves,
		messages,
		activeMembers: active,
		commands: uses.commands,
		errors: uses.errors,
		openCases: open?.cases ?? null,
		openTickets: open?.tickets ?? null,
		heatmap,
		topChannels: channels,
		topMembers: members,
		topCommands: commands,
		attention,
	};
}

async function readState(guild: GuildScope): Promise<State> {
	const state = await guild.one<State>(sql`
		SELECT app.time_zone() AS "timeZone", g.left_at AS "botLeftAt",
			first.hour AS "recordedSince",
			first.hour IS NOT NULL OR EXISTS (
				SELECT 1 FROM rollup_membership_daily r WHERE r.guild_id = ${guild.guildId}::bigint) AS "hasData"
		FROM discord_guilds g
			CROSS JOIN LATERAL (
				SELECT least(
					(SELECT min(r.hour) FROM rollup_messages_hourly r WHERE r.guild_id = ${guild.guildId}::bigint),
					(SELECT min(r.hour) FROM rollup_executions_hourly r WHERE r.guild_id = ${guild.guildId}::bigint)) AS hour
			) first
		WHERE g.id = ${guild.guildId}::bigint`);
	return state ?? { timeZone: "UTC", botLeftAt: null, hasData: false, recordedSince: null };
}
