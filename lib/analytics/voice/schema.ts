import { z } from "zod";
import { memberKinds } from "@/lib/analytics/kinds";
import { course, rate } from "@/lib/analytics/period/course";
import { period } from "@/lib/analytics/schema";

const spent = {
	/** In voice, in the period. */
	seconds: z.number(),
	/** Null where nothing is compared. */
	previous: z.number().nullable(),
	/** Of all time in voice, 0 to 1. */
	share: z.number(),
};

const voiceChannel = z.object({
	/** `0` where the channel is not known. */
	id: z.string(),
	name: z.string().nullable(),
	/** The stored text name: `guild_voice`; null for a channel that is there no more. */
	type: z.string().nullable(),
	...spent,
	/** The seconds over the period, oldest first, in at most 26 steps. */
	trend: z.array(z.number()),
});
export type VoiceChannel = z.infer<typeof voiceChannel>;

const voiceMember = z.object({
	id: z.string(),
	name: z.string(),
	avatar: z.string().nullable(),
	...spent,
	/** Begun in the period. */
	sessions: z.number(),
});
export type VoiceMember = z.infer<typeof voiceMember>;

/**
 * Time spent in voice. A session counts its time once it has ended. With a channel or a kind, figures are those of the
 * channel or of these members, a value for each of `period.current.days`; what is not counted for these is null. A
 * channel and a kind at once, or a kind below level 5, is refused by the route; the page leaves the kind out and says so.
 */
export const voice = z.object({
	period,
	channel: z.string().nullable(),
	kind: z.enum(memberKinds).nullable(),
	/** Spent in voice at each point. */
	seconds: course,
	/** Begun at each point. */
	sessions: course,
	/** How many were in voice on average, over the time that has passed. */
	average: rate,
	/** How many were there at once, at most. */
	peak: course.nullable(),
	/** Seconds by weekday (seven rows, Monday first) and hour of the server's day. */
	heatmap: z.array(z.array(z.number())).nullable(),
	/** By days of UTC, the most used first. */
	channels: z.array(voiceChannel).nullable(),
	/** How many are in voice at this moment, whatever the period; null below level 5, which may see who. */
	now: z.number().nullable(),
	/** Null below the level that may see one member's activity. */
	members: z.array(voiceMember).nullable(),
});
export type Voice = z.infer<typeof voice>;
