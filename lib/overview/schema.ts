import { z } from "zod";
import { rangePresets } from "@/lib/range-presets";

/** The period, as in the page's URL; 30 days by default. */
export const overviewQuery = z.strictObject({
	range: z.enum(rangePresets).optional(),
	from: z.iso.date().optional(),
	to: z.iso.date().optional(),
});
export type OverviewQuery = z.infer<typeof overviewQuery>;

const figure = z.object({
	value: z.number(),
	/** The same for as many days right before. */
	previous: z.number(),
	/** The course of the period, oldest first. */
	series: z.array(z.number()),
});
export type Figure = z.infer<typeof figure>;

const course = figure.extend({ previousSeries: z.array(z.number()) });
/** A figure with one value a day, for both periods. */
export type Course = z.infer<typeof course>;

const ranked = { messages: z.number(), previous: z.number() };
const rankedChannel = z.object({
	id: z.string(),
	name: z.string().nullable(),
	/** The stored text name: `guild_text`; null for a channel that is there no more. */
	type: z.string().nullable(),
	...ranked,
});
const rankedMember = z.object({
	id: z.string(),
	name: z.string(),
	avatar: z.string().nullable(),
	...ranked,
});
const rankedCommand = z.object({
	name: z.string(),
	executions: z.number(),
	errors: z.number(),
	previous: z.number(),
});
export type RankedChannel = z.infer<typeof rankedChannel>;
export type RankedMember = z.infer<typeof rankedMember>;
export type RankedCommand = z.infer<typeof rankedCommand>;

const count = z.number().int().positive();
/** What somebody should look at now, whatever the period; each with what its line says. */
export const attentionItem = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("tickets"), count, oldest: z.string() }),
	z.object({ kind: z.literal("appeals"), count, oldest: z.string() }),
	z.object({ kind: z.literal("expiring"), count, first: z.string() }),
	z.object({ kind: z.literal("failing"), command: z.string(), errors: count, executions: count }),
	z.object({ kind: z.literal("silent"), since: z.string() }),
	z.object({ kind: z.literal("strayRows"), tables: z.array(z.string()).min(1) }),
]);
export type AttentionItem = z.infer<typeof attentionItem>;

export const overview = z.object({
	/** IANA name; messages and commands are counted by its days, the rest by days of UTC. */
	timeZone: z.string(),
	/** First and last day, both included. */
	firstDay: z.string(),
	lastDay: z.string(),
	/** Whether the last day is not over yet: what was counted in it is only what happened so far. */
	endsToday: z.boolean(),
	previous: z.object({ firstDay: z.string(), lastDay: z.string() }),
	/** When the bot left; null while it is there, and where it never was. */
	botLeftAt: z.string().nullable(),
	/** False where nothing was ever recorded. */
	hasData: z.boolean(),
	/** False when recording began within the period before or later: what was counted then says nothing about growth. */
	comparable: z.boolean(),
	/** Members at the end of each day. */
	members: course,
	joins: course,
	leaves: course,
	messages: course,
	/** People who wrote at least once; the series counts them for every day, in longer periods for some days or weeks each. */
	activeMembers: figure,
	commands: course,
	errors: course,
	/** Open at the end of each day; null below the level that may read them. */
	openCases: course.nullable(),
	openTickets: course.nullable(),
	/** Messages by weekday (seven rows, Monday first) and hour of the server's day. */
	heatmap: z.array(z.array(z.number())),
	topChannels: z.array(rankedChannel),
	/** Null below the level that may see one member's activity. */
	topMembers: z.array(rankedMember).nullable(),
	topCommands: z.array(rankedCommand),
	attention: z.array(attentionItem),
});
export type Overview = z.infer<typeof overview>;
