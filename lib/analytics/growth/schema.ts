import { z } from "zod";
import { memberKinds } from "@/lib/analytics/kinds";
import { course } from "@/lib/analytics/period/course";
import { period } from "@/lib/analytics/schema";

const cohort = z.object({
	/** `YYYY-MM-DD`, a Monday, UTC: the week of joining. */
	week: z.string(),
	/** How many joined; who left since is among them. */
	size: z.number(),
	/**
	 * How many of them wrote in the first seven days after their own day of joining, in the seven after, and so on; null
	 * where these are not over for all of them, and, below level 3, of a week in which fewer than five joined.
	 */
	active: z.array(z.number().nullable()),
});
export type JoinedWeek = z.infer<typeof cohort>;

const funnel = z.object({
	/** Joined in the period. */
	joined: z.number(),
	/** Wrote since. */
	wrote: z.number(),
	/** Their second week, days 7 to 13 after joining, is over. */
	twoWeeksAgo: z.number(),
	/** Of these, wrote in their second week. */
	activeInWeekTwo: z.number(),
});
export type JoinFunnel = z.infer<typeof funnel>;

const usedInvite = z.object({
	code: z.string(),
	/** In all: when it was used is not known. */
	uses: z.number(),
	inviter: z.object({ id: z.string(), name: z.string(), avatar: z.string().nullable() }).nullable(),
	/** Whether it can still be used. */
	isOpen: z.boolean(),
});
export type UsedInvite = z.infer<typeof usedInvite>;

/**
 * Who came, who went, and who stays; everything by days of UTC, a value for each of `period.current.days`. With a kind,
 * figures are those of people or of bots; what is not counted for these is null.
 */
export const growth = z.object({
	period,
	kind: z.enum(memberKinds).nullable(),
	/** Members at the end of each point. */
	members: course,
	joins: course,
	/** How many of the period's joins are only known by when somebody was first seen in an import. */
	inferredJoins: z.number(),
	leaves: course,
	/** Joins less leaves. */
	net: course,
	/** The weeks of joining that the period touches, the oldest first: at least 8, at most 26. */
	retention: z.array(cohort).nullable(),
	/** Null below level 3: periods that differ by a day tell what one person did. */
	funnel: funnel.nullable(),
	/** Members who boost now, and how many of these began at each point. */
	boosters: z.object({ now: z.number(), begun: z.array(z.number()) }),
	/** The most used first; none below level 5, as in Discord. */
	invites: z.array(usedInvite).nullable(),
});
export type Growth = z.infer<typeof growth>;
