import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { analyticsRanges } from "@/lib/range-presets";
import { comparisons, granularities, memberKinds } from "./kinds";

export type Granularity = (typeof granularities)[number];
export type Comparison = (typeof comparisons)[number];
export type MemberKind = (typeof memberKinds)[number];

/** What the address of every page of analytics may say of the period. */
export const periodQuery = z.strictObject({
	range: z.enum(analyticsRanges).optional(),
	from: z.iso.date().optional(),
	to: z.iso.date().optional(),
	by: z.enum(granularities).optional(),
	compare: z.enum(comparisons).optional(),
});
export type PeriodQuery = z.infer<typeof periodQuery>;

/** The same with whose figures are asked for on Growth: people's or bots'. */
export const growthQuery = z.strictObject({ ...periodQuery.shape, kind: z.enum(memberKinds).optional() });
export type GrowthQuery = z.infer<typeof growthQuery>;

/** The same with what narrows the figures of Voice: a channel, or a kind of members. */
export const voiceQuery = z.strictObject({
	...periodQuery.shape,
	channel: snowflake.optional(),
	kind: z.enum(memberKinds).optional(),
});
export type VoiceQuery = z.infer<typeof voiceQuery>;

/** The same with what narrows the figures of Activity: a channel, or the members of a role or a kind. */
export const activityQuery = z.strictObject({
	...periodQuery.shape,
	channel: snowflake.optional(),
	role: snowflake.optional(),
	kind: z.enum(memberKinds).optional(),
});
export type ActivityQuery = z.infer<typeof activityQuery>;

const window = z.object({
	/** ISO instants; `to` is not included. */
	from: z.string(),
	to: z.string(),
	/**
	 * `YYYY-MM-DD`, both included: the server's days, which what is counted by days takes for days of UTC. Of the last 24
	 * hours, the days of UTC that they touch. Where the period is under way, up to UTC's current day.
	 */
	firstDay: z.string(),
	lastDay: z.string(),
	/** ISO instants: the beginning of each point, and the end of the last. */
	edges: z.array(z.string()),
	/**
	 * The same as dates: the first of each point, and the day after the last. Where points are hours there is one for
	 * each date, for what is counted by days only. West of UTC, the last may hold a day more than its edges: UTC's current
	 * one.
	 */
	days: z.array(z.string()),
});
export type Window = z.infer<typeof window>;

/** A period with its points; every answer of analytics carries it. */
export const period = z.object({
	/** IANA name. */
	timeZone: z.string(),
	/** Null for chosen days. */
	range: z.enum(analyticsRanges).nullable(),
	granularity: z.enum(granularities),
	/** The granularities that fit a period of this length. */
	offered: z.array(z.enum(granularities)),
	compare: z.enum(comparisons),
	current: window,
	/** As many points; null where nothing is compared, or recording began later than it does. */
	comparison: window.nullable(),
	/** Whether the last point is not over yet. */
	underWay: z.boolean(),
});
export type Period = z.infer<typeof period>;
