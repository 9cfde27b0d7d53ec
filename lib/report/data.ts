import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { inferredJoins } from "@/lib/guilds/inferred-joins";
import { activeMembers, membership, messagesWritten } from "@/lib/overview/activity";
import { openAtDayEnd } from "@/lib/overview/backlog";
import { standing } from "@/lib/overview/days";
import { topMembers } from "@/lib/overview/members";
import { commandsByDay, topChannels, topCommands } from "@/lib/overview/ranks";
import { parseRange } from "@/lib/range";
import { casesOpened, ticketsMoved } from "./moderation";
import type { Compared, Report, ReportQuery } from "./schema";
import { lastFinishedWeek, type Week, weekAfter, weekNamed } from "./week";

/** How many each ranking of the report has: it is one page. */
const places = 5;

/**
 * A week of the server beside the week before, from the same rollups as the overview. What the actor's level may not read
 * is null. A week that is not over yet counts as not asked for.
 */
export async function readReport(guild: GuildScope, query: ReportQuery, now = new Date()): Promise<Report> {
	const { timeZone, hasData } = await readZone(guild);
	const latest = lastFinishedWeek(timeZone, now);
	const week = chosenWeek(query, latest);
	const range = parseRange({ from: week.firstDay, to: week.lastDay }, timeZone, now);
	const { level } = guild.actor;
	const { changes, joins, leaves } = await membership(guild, range);
	const { messages, heatmap } = await messagesWritten(guild, range, timeZone);
	const { commands, errors } = await commandsByDay(guild, range, timeZone);
	const open =
		may(level, "cases.read") && may(level, "support.read")
			? await openAtDayEnd(guild, range, timeZone)
			: null;
	const ranked = may(level, "members.activity") ? await topMembers(guild, range) : null;
	return {
		week: week.name,
		firstDay: week.firstDay,
		lastDay: week.lastDay,
		previousWeek: weekAfter(week, -1).name,
		nextWeek: week.firstDay < latest.firstDay ? weekAfter(week).name : null,
		timeZone,
		hasData,
		members: compared(standing(range, changes)),
		joins: compared(joins),
		inferredJoins: await inferredJoins(guild, { first: week.firstDay, next: weekAfter(week).firstDay }),
		leaves: compared(leaves),
		messages: compared(messages),
		activeMembers: compared(await activeMembers(guild, range)),
		commands: compared(commands),
		errors: compared(errors),
		messagesByDay: messages.series,
		messagesByDayBefore: messages.previousSeries,
		channels: (await topChannels(guild, range)).slice(0, places),
		hours: busiest(heatmap),
		topCommands: (await topCommands(guild, range))
			.slice(0, places)
			.map(({ name, executions, errors: failed }) => ({ name, executions, errors: failed })),
		topMembers:
			ranked?.slice(0, places).map(({ id, name, messages: wrote, previous }) => ({
				...{ id, name, previous },
				messages: wrote,
			})) ?? null,
		cases: open && { ...(await casesOpened(guild, range)), open: compared(open.cases) },
		tickets: open && { ...(await ticketsMoved(guild, range)), open: compared(open.tickets) },
	};
}

function chosenWeek({ week }: ReportQuery, latest: Week): Week {
	const asked = week === undefined ? undefined : weekNamed(week);
	return asked !== undefined && asked.firstDay <= latest.firstDay ? asked : latest;
}

function compared({ value, previous }: Compared): Compared {
	return { value, previous };
}

/** The hours with the most messages; of as many, the earlier. */
function busiest(week: readonly (readonly number[])[]): Report["hours"] {
	return week
		.flatMap((hours, day) => hours.map((messages, hour) => ({ weekday: day + 1, hour, messages })))
		.filter(({ messages }) => messages > 0)
		.sort(
			(one, other) => other.messages - one.messages || one.weekday - other.weekday || one.hour - other.hour,
		)
		.slice(0, places);
}

async function readZone(guild: GuildScope): Promise<{ timeZone: string; hasData: boolean }> {
	const row = await guild.one<{ timeZone: string; hasData: boolean }>(sql`
		SELECT app.time_zone() AS "timeZone",
			EXISTS (SELECT FROM rollup_messages_hourly r WHERE r.guild_id = ${guild.guildId}::bigint)
				OR EXISTS (SELECT FROM rollup_membership_daily r WHERE r.guild_id = ${guild.guildId}::bigint) AS "hasData"`);
	return row ?? { timeZone: "UTC", hasData: false };
}
