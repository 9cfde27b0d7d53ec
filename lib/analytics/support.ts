import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Both, readBoth } from "./both";
import { type Conversations, conversationsBegun, firstAnswers } from "./conversations";
import { courseOf, rateOf } from "./course";
import { readPeriod } from "./read-period";
import type { PeriodQuery } from "./schema";
import { standingCourse } from "./standing";
import type { Support } from "./support-schema";
import { ticketMoves, ticketsByAssignee, ticketTimes } from "./tickets";

/** What the support desk did in a period: conversations with the bot, and the tickets that came of them. */
export async function readSupport(guild: GuildScope, asked: PeriodQuery): Promise<Support> {
	const period = await readPeriod(guild, asked, ["conversations", "tickets"]);
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [begun, answers, moves, resolutions, assignees] = await Promise.all([
		readBoth(period, (window) => conversationsBegun(guild, window)),
		readBoth(period, (window) => firstAnswers(guild, window)),
		readBoth(period, (window) => ticketMoves(guild, window)),
		readBoth(period, (window) => ticketTimes(guild, window)),
		ticketsByAssignee(guild, period.current),
	]);
	const { completed, forwarded, active } = begun.current;
	return {
		period,
		conversations: courseOf(begun.current.begun, begun.comparison?.begun ?? null),
		outcomes: { completed, forwarded, active },
		resolvedShare: resolvedOf(begun),
		answers: answers.current.all,
		previousAnswers: answers.comparison?.all ?? null,
		answersByPoint: answers.current.byPoint,
		answersRead: answers.current.read,
		opened: courseOf(moves.current.opened, moves.comparison?.opened ?? null),
		resolved: courseOf(moves.current.resolved, moves.comparison?.resolved ?? null),
		backlog: standingCourse(moves.current.backlog, moves.comparison?.backlog ?? null),
		resolutions: resolutions.current,
		previousResolutions: resolutions.comparison,
		assignees,
	};
}

function resolvedOf({ current, comparison }: Both<Conversations>): Support["resolvedShare"] {
	const over = ({ completed, forwarded }: Conversations) =>
		completed.map((count, index) => count + (forwarded[index] ?? 0));
	return rateOf(
		courseOf(current.completed, comparison?.completed ?? null),
		courseOf(over(current), comparison && over(comparison)),
	);
}
