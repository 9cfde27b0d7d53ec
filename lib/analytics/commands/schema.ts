import { z } from "zod";
import { course, rate } from "@/lib/analytics/period/course";
import { period, periodQuery } from "@/lib/analytics/schema";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** The period, and a channel to which the figures can be narrowed. */
export const commandsQuery = z.strictObject({ ...periodQuery.shape, channel: snowflake.optional() });
export type CommandsQuery = z.infer<typeof commandsQuery>;

/** Milliseconds, read from a histogram: at most 11.8 % off. Null where no time is known. */
export const percentiles = z.object({
	p50: z.number().nullable(),
	p95: z.number().nullable(),
	p99: z.number().nullable(),
});
export type Percentiles = z.infer<typeof percentiles>;

/** Times are null in one channel. */
const usedCommand = percentiles.extend({
	name: z.string(),
	executions: z.number(),
	errors: z.number(),
	/** Executions in the period compared with; null where there is none. */
	previous: z.number().nullable(),
	/** Executions at each point. */
	trend: z.array(z.number()),
});
export type UsedCommand = z.infer<typeof usedCommand>;

const failure = z.object({
	/** What the bot wrote down; null where it wrote nothing. */
	message: z.string().nullable(),
	count: z.number(),
	/** The command that it happened to; null where it happened to several. */
	command: z.string().nullable(),
	lastAt: z.string(),
});
export type Failure = z.infer<typeof failure>;

const failures = z.object({
	kinds: z.array(failure),
	/** How many of the newest failures were looked at; all where there are fewer. */
	read: z.number(),
});
export type Failures = z.infer<typeof failures>;

/**
 * How the bot's commands were used, how often they failed and how fast they answered. With a channel, figures are those of the
 * channel, a value for each of `period.current.days`; what is not counted for one is null.
 */
export const commandUse = z.object({
	period,
	channel: z.string().nullable(),
	executions: course,
	errors: course,
	errorRate: rate,
	times: percentiles.nullable(),
	previousTimes: percentiles.nullable(),
	timesByPoint: z.array(percentiles).nullable(),
	/** The most used first. */
	commands: z.array(usedCommand),
	/** Executions, Monday first, by the hours of the server's zone. */
	heatmap: z.array(z.array(z.number())).nullable(),
	failures: failures.nullable(),
});
export type CommandUse = z.infer<typeof commandUse>;
