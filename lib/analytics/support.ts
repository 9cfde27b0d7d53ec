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
	const begun = await readBoth(period, (window) => conversationsBegun(guild, window));
	const answers = await readBoth(period, (window) => firstAnswers(guild, window));
	const moves = await readBoth(period, (window) => ticketMoves(guild, window));
	const resolutions = await readBoth(period, (window) => ticketTimes(guild, window));
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
		assignees: await ticketsByAssignee(guild, period.current),
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
