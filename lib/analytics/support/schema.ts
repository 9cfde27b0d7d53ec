import { z } from "zod";
import { course, rate } from "@/lib/analytics/period/course";
import { period, periodQuery } from "@/lib/analytics/schema";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";

/** The period, and what narrows the figures: the channel of the conversation, and whose the tickets are now. */
export const supportQuery = z.strictObject({
	...periodQuery.shape,
	channel: snowflake.optional(),
	assignee: snowflake.optional(),
});
export type SupportQuery = z.infer<typeof supportQuery>;

/** Seconds; null where nothing was measured. */
const seconds = z.object({ median: z.number().nullable(), p90: z.number().nullable() });
export type Seconds = z.infer<typeof seconds>;

const assignee = z.object({
	person,
	/** Tickets of the period that are theirs now, and what became of them. */
	tickets: z.number(),
	resolved: z.number(),
	/** Seconds from a ticket's opening to its resolution. */
	median: z.number().nullable(),
});
export type Assignee = z.infer<typeof assignee>;

const conversations = z.object({
	/** By when they began. */
	begun: course,
	/** What has become of them by now, by when they began. */
	outcomes: z.object({
		completed: z.array(z.number()),
		forwarded: z.array(z.number()),
		active: z.array(z.number()),
	}),
	/** Of the conversations that are over: the share that needed nobody else. */
	resolvedShare: rate,
	/** From the beginning of a conversation to its first answer, where the transcript tells of one. */
	answers: seconds,
	previousAnswers: seconds.nullable(),
	answersByPoint: z.array(seconds),
});
export type Conversed = z.infer<typeof conversations>;

/**
 * What members asked, what the bot could answer, and what became of the tickets that it made of the rest. With a channel, of
 * the conversations there; with an assignee, tickets alone.
 */
export const support = z.object({
	period,
	channel: z.string().nullable(),
	assignee: z.string().nullable(),
	/** Null with an assignee: the bot holds them. */
	conversations: conversations.nullable(),
	opened: course,
	resolved: course,
	/** Tickets waiting at the end of each point. */
	backlog: course,
	/** From a ticket's opening to its resolution, by when it was opened. */
	resolutions: seconds,
	previousResolutions: seconds.nullable(),
	assignees: z.array(assignee),
});
export type Support = z.infer<typeof support>;
