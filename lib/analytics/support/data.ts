import "server-only";
import { type Both, readBoth } from "@/lib/analytics/period/both";
import { courseOf, type Rate, rateOf } from "@/lib/analytics/period/course";
import { readPeriod } from "@/lib/analytics/period/read-period";
import { standingCourse } from "@/lib/analytics/period/standing";
import type { Period } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Conversations, conversationsBegun } from "./conversations";
import type { Conversed, Support, SupportQuery } from "./schema";
import { type AskedTickets, ticketMoves, ticketsByAssignee, ticketTimes } from "./tickets";

/**
 * What the support desk did in a period: conversations with the bot, and the tickets that came of them; all of them, those
 * of a channel, or the tickets of one helper.
 */
export async function readSupport(
	guild: GuildScope,
	{ channel, assignee, ...asked }: SupportQuery,
): Promise<Support> {
	const period = await readPeriod(guild, asked, ["conversations", "tickets"]);
	const narrowed = { channel: channel ?? null, assignee: assignee ?? null };
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [conversations, tickets] = await Promise.all([
		narrowed.assignee === null ? conversationsIn(guild, period, narrowed.channel) : null,
		ticketsIn(guild, period, narrowed),
	]);
	return { period, ...narrowed, conversations, ...tickets };
}

async function conversationsIn(
	guild: GuildScope,
	period: Period,
	channel: string | null,
): Promise<Conversed> {
	const begun = await readBoth(period, (window) => conversationsBegun(guild, window, channel));
	const { completed, forwarded, active, answers, answersByPoint } = begun.current;
	return {
		begun: courseOf(begun.current.begun, begun.comparison?.begun ?? null),
		outcomes: { completed, forwarded, active },
		resolvedShare: resolvedOf(begun),
		answers,
		previousAnswers: begun.comparison?.answers ?? null,
		answersByPoint,
	};
}

function resolvedOf({ current, comparison }: Both<Conversations>): Rate {
	const over = ({ completed, forwarded }: Conversations) =>
		completed.map((count, index) => count + (forwarded[index] ?? 0));
	return rateOf(
		courseOf(current.completed, comparison?.completed ?? null),
		courseOf(over(current), comparison && over(comparison)),
	);
}

async function ticketsIn(guild: GuildScope, period: Period, asked: AskedTickets) {
	const [moves, resolutions, assignees] = await Promise.all([
		readBoth(period, (window) => ticketMoves(guild, window, asked)),
		readBoth(period, (window) => ticketTimes(guild, window, asked)),
		ticketsByAssignee(guild, period.current, asked),
	]);
	return {
		opened: courseOf(moves.current.opened, moves.comparison?.opened ?? null),
		resolved: courseOf(moves.current.resolved, moves.comparison?.resolved ?? null),
		backlog: standingCourse(moves.current.backlog, moves.comparison?.backlog ?? null),
		resolutions: resolutions.current,
		previousResolutions: resolutions.comparison,
		assignees,
	};
}
