import { z } from "zod";
import { memberKinds } from "@/lib/analytics/kinds";
import { course, rate } from "@/lib/analytics/period/course";
import { period } from "@/lib/analytics/schema";

const shareOfMessages = {
	messages: z.number(),
	/** Null where nothing is compared. */
	previous: z.number().nullable(),
	/** Of all messages of the period, 0 to 1. */
	share: z.number(),
	/** Its course, oldest first, in at most 26 steps. */
	trend: z.array(z.number()),
};

const activityChannel = z.object({
	id: z.string(),
	name: z.string().nullable(),
	/** The stored text name: `guild_text`; null for a channel that is there no more. */
	type: z.string().nullable(),
	...shareOfMessages,
});
export type ActivityChannel = z.infer<typeof activityChannel>;

const silentChannel = z.object({
	id: z.string(),
	name: z.string(),
	type: z.string(),
	/** `YYYY-MM-DD`, UTC, of the last message there ever was; null where none is known. */
	lastDay: z.string().nullable(),
});
export type SilentChannel = z.infer<typeof silentChannel>;

const activityMember = z.object({
	id: z.string(),
	name: z.string(),
	avatar: z.string().nullable(),
	/** Days of UTC on which they wrote. */
	activeDays: z.number(),
	...shareOfMessages,
});
export type ActivityMember = z.infer<typeof activityMember>;

/**
 * What was written in a period. With a channel, a role or a kind, figures are those of the channel or of these members, a
 * value for each of `period.current.days`; what is not counted for these is null. Below level 5, role and kind count as not
 * given.
 */
export const activity = z.object({
	period,
	channel: z.string().nullable(),
	role: z.string().nullable(),
	kind: z.enum(memberKinds).nullable(),
	messages: course,
	replies: course.nullable(),
	/** Reactions to messages of the period. */
	reactions: course.nullable(),
	/** Everybody who wrote, a value for each of `period.current.days`. */
	active: course.nullable(),
	/** Messages by each who wrote, a value for each of `period.current.days`. */
	perMember: rate.nullable(),
	/** Messages by weekday (seven rows, Monday first) and hour of the server's day. */
	heatmap: z.array(z.array(z.number())).nullable(),
	channels: z.array(activityChannel).nullable(),
	/** In how many channels nobody wrote. */
	silentCount: z.number().nullable(),
	/** The fifty of them with the longest silence. */
	silentChannels: z.array(silentChannel).nullable(),
	/** Null below the level that may see one member's activity. */
	members: z.array(activityMember).nullable(),
});
export type Activity = z.infer<typeof activity>;
