import { z } from "zod";
import { period } from "@/lib/analytics/schema";

/** What a community's health is made of, in the order in which it is shown. */
export const healthParts = ["activity", "retention", "replies", "moderation", "growth"] as const;
export type HealthPartName = (typeof healthParts)[number];

const part = z.object({
	name: z.enum(healthParts),
	/** What was measured: a share, or for moderation cases per 1,000 messages. Null where there is nothing to measure. */
	figure: z.number().nullable(),
	/** 0 to 1; null as the figure is. */
	score: z.number().nullable(),
	/** Of the parts that have a score, adding up to 1; 0 for the others. */
	weight: z.number(),
});
export type HealthPart = z.infer<typeof part>;

export const health = z.object({
	/** 0 to 100; null where no message was recorded. */
	score: z.number().nullable(),
	parts: z.array(part),
});
export type Health = z.infer<typeof health>;

const reported = z.object({
	/** 0 to 100 in each week, as the score; null where the bot reported none. */
	scores: z.array(z.number().nullable()),
	/** The mean of the period's days; null where none was reported. */
	score: z.number().nullable(),
	/** Share of messages in a good mood. */
	positive: z.number().nullable(),
	incidents: z.number(),
	days: z.number(),
});
export type Reported = z.infer<typeof reported>;

/** How well a community does, by weeks of UTC from Monday to Sunday. */
export const communityHealth = z.object({
	period,
	/** Of the weeks that ended in the period. */
	current: health,
	/** Of as many weeks before, or a year before; null where nothing is compared. */
	comparison: health.nullable(),
	/** The Mondays of the course, oldest first; it goes on before the period where that is short. */
	mondays: z.array(z.string()),
	/** How many of them, the last ones, are the period's. */
	weeks: z.number(),
	scores: z.array(z.number().nullable()),
	/** Whether the reader's level leaves a part out. */
	isPartial: z.boolean(),
	/** Whether it leaves weeks out of retention in which few joined, here or in what is compared. */
	hidesNewcomers: z.boolean(),
	/** How many who joined since two weeks before these weeks are only known by when they were first seen in an import. */
	inferredJoins: z.number(),
	/** What the bot itself reported; null where it did not, and below level 5. */
	reported: reported.nullable(),
});
export type CommunityHealth = z.infer<typeof communityHealth>;
