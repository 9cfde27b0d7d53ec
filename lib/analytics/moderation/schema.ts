import { z } from "zod";
import { course } from "@/lib/analytics/period/course";
import { period, periodQuery } from "@/lib/analytics/schema";
import { caseTypeKey } from "@/lib/cases/schema";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";

/** The period, and what narrows the figures: who opened the cases, and their type by its key. */
export const moderationQuery = z.strictObject({
	...periodQuery.shape,
	moderator: snowflake.optional(),
	type: caseTypeKey.optional(),
});
export type ModerationQuery = z.infer<typeof moderationQuery>;

/** Where a case came from: this dashboard, Discord's own menus, a command of the bot, or no person's hand. */
export const caseSources = ["command", "dashboard", "discord", "automatic"] as const;
export type CaseSource = (typeof caseSources)[number];

export const appealStatuses = ["pending", "accepted", "denied", "withdrawn"] as const;

const appeals = z.object({
	pending: z.number(),
	accepted: z.number(),
	denied: z.number(),
	withdrawn: z.number(),
});
export type Appeals = z.infer<typeof appeals>;

/** Seconds from the opening of a case to its end; null where none has ended. */
const times = z.object({ median: z.number().nullable(), p90: z.number().nullable(), ended: z.number() });
export type Times = z.infer<typeof times>;

/** Cases that were taken back: voided as mistakes, or lifted by somebody before their time had run out. */
const reversals = z.object({ voided: z.number(), lifted: z.number() });
export type Reversals = z.infer<typeof reversals>;

const byModerator = reversals.extend({
	person,
	/** Without those that were voided. */
	cases: z.number(),
	automatic: z.number(),
	/** By the type's key. */
	types: z.record(z.string(), z.number()),
	/** Appeals against these cases; null below the level that reads appeals. */
	appeals: appeals.nullable(),
});
export type ByModerator = z.infer<typeof byModerator>;

const repeat = z.object({
	/** Members with a measure against them in the period, and those with two or more. */
	members: z.number(),
	repeated: z.number(),
});
export type Repeat = z.infer<typeof repeat>;

/** What moderators did in a period and what became of it; with a moderator or a type, of these cases alone. */
export const moderation = z.object({
	period,
	moderator: z.string().nullable(),
	type: z.string().nullable(),
	/** Cases opened, without those that were voided. */
	cases: course,
	/** `WARN`, …, or `custom:` and an id with the name of the server's own type; the most frequent first. */
	types: z.array(z.object({ key: z.string(), name: z.string().nullable(), course })),
	/** Open at the end of each point. */
	open: course,
	times,
	previousTimes: times.nullable(),
	timesByPoint: z.array(times),
	reversals,
	previousReversals: reversals.nullable(),
	sources: z.array(
		z.object({ source: z.enum(caseSources), cases: z.number(), previous: z.number().nullable() }),
	),
	/** The busiest first. */
	moderators: z.array(byModerator),
	repeat,
	previousRepeat: repeat.nullable(),
	repeaters: z.array(z.object({ person, cases: z.number(), lastAt: z.string() })),
	/** Appeals against cases of the period; null below the level that reads appeals. */
	appeals: appeals.nullable(),
});
export type Moderation = z.infer<typeof moderation>;
