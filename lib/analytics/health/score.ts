import type { Health, HealthPartName } from "./schema";
import { healthParts } from "./schema";

/** What is counted of one week. */
export type WeekFigures = {
	/** Who wrote in it. */
	active: number;
	membersBefore: number;
	membersAfter: number;
	/**
	 * Who joined two weeks before, so that their second week ends with this one; and who of them wrote in it. Null where so
	 * few joined that the reader is told nothing of them.
	 */
	newcomers: number | null;
	stayed: number;
	messages: number;
	replies: number;
	/** Null where the reader may not see cases. */
	cases: number | null;
};

/** The figure from which on a part has its full score, and what the part weighs. */
export const healthTargets = {
	activity: { full: 0.2, weight: 0.3 },
	retention: { full: 0.25, weight: 0.2 },
	replies: { full: 0.3, weight: 0.15 },
	/** Cases per 1,000 messages at which nothing is left of the score. */
	moderation: { none: 10, weight: 0.2 },
	/** Net joins by members in thirty days: half the score at no growth, none at as much loss. */
	growth: { full: 0.05, weight: 0.15 },
} as const;

const daysOfWeek = 7;
const daysOfMonth = 30;

type Figures = Record<HealthPartName, number | null>;

/**
 * The health of one week or of several together: each part's figure is turned into a score from 0 to 1, and the score is
 * 100 times their weighted mean. A part that has nothing to measure is left out and the others weigh more; where no
 * message was recorded there is no score.
 * The formula's reasons are in docs/decisions/009-community-health.md.
 */
export function healthOf(weeks: readonly WeekFigures[]): Health {
	const figures = figuresOf(weeks);
	const known = healthParts.filter((name) => figures[name] !== null);
	const weights = known.reduce((sum, name) => sum + healthTargets[name].weight, 0);
	const parts = healthParts.map((name) => {
		const figure = figures[name];
		return {
			name,
			figure,
			score: figure === null ? null : scoreOf(name, figure),
			weight: figure === null ? 0 : healthTargets[name].weight / weights,
		};
	});
	const score = parts.reduce((sum, part) => sum + (part.score ?? 0) * part.weight, 0);
	return { score: figures.activity === null ? null : score * 100, parts };
}

function figuresOf(weeks: readonly WeekFigures[]): Figures {
	const total = (key: Exclude<keyof WeekFigures, "cases">) =>
		weeks.reduce((sum, week) => sum + (week[key] ?? 0), 0);
	const peopled = weeks.filter(({ membersAfter }) => membersAfter > 0);
	const messages = total("messages");
	const cases = weeks.some((week) => week.cases === null)
		? null
		: weeks.reduce((sum, week) => sum + (week.cases ?? 0), 0);
	const before = weeks[0]?.membersBefore ?? 0;
	const net = (weeks.at(-1)?.membersAfter ?? 0) - before;
	return {
		activity:
			messages === 0
				? null
				: ratio(
						peopled.reduce((sum, { active, membersAfter }) => sum + active / membersAfter, 0),
						peopled.length,
					),
		retention: ratio(total("stayed"), total("newcomers")),
		replies: ratio(total("replies"), messages),
		moderation: cases === null ? null : ratio(cases * 1000, messages),
		growth: ratio(net * daysOfMonth, before * weeks.length * daysOfWeek),
	};
}

function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

function scoreOf(name: HealthPartName, figure: number): number {
	if (name === "moderation") return clamped(1 - figure / healthTargets.moderation.none);
	if (name === "growth") return clamped(0.5 + figure / healthTargets.growth.full / 2);
	return clamped(figure / healthTargets[name].full);
}

function clamped(score: number): number {
	return Math.min(1, Math.max(0, score));
}
