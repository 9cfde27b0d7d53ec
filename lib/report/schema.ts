import { z } from "zod";
import { caseTypes } from "@/lib/cases/kinds";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { type Locale, locales } from "@/lib/i18n/config";

/** The week asked for, `2026-W46`; the last finished one by default. */
export const reportQuery = z.strictObject({
	week: z
		.string()
		.regex(/^[1-9]\d{3}-W\d{2}$/)
		.optional(),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** A figure of the week and of the week before. */
const compared = z.object({ value: z.number(), previous: z.number() });
export type Compared = z.infer<typeof compared>;

const ranked = { messages: z.number(), previous: z.number() };

export const report = z.object({
	week: z.string(),
	firstDay: z.string(),
	lastDay: z.string(),
	previousWeek: z.string(),
	/** Null if that week is not over yet. */
	nextWeek: z.string().nullable(),
	timeZone: z.string(),
	/** Whether anything was ever recorded. */
	hasData: z.boolean(),
	members: compared,
	joins: compared,
	/** How many of the week's joins are only known by when somebody was first seen in an import. */
	inferredJoins: z.number(),
	leaves: compared,
	messages: compared,
	activeMembers: compared,
	commands: compared,
	errors: compared,
	/** Seven days, Monday first, of the week and of the week before. */
	messagesByDay: z.array(z.number()),
	messagesByDayBefore: z.array(z.number()),
	channels: z.array(
		z.object({ id: z.string(), name: z.string().nullable(), type: z.string().nullable(), ...ranked }),
	),
	/** The busiest hours on the server's clocks; 1 is Monday. */
	hours: z.array(z.object({ weekday: z.number(), hour: z.number(), messages: z.number() })),
	topCommands: z.array(z.object({ name: z.string(), executions: z.number(), errors: z.number() })),
	/** Null below the level that may read them. */
	topMembers: z.array(z.object({ id: z.string(), name: z.string(), ...ranked })).nullable(),
	cases: z
		.object({
			opened: compared,
			open: compared,
			types: z.array(
				z.object({ code: z.enum(caseTypes).nullable(), name: z.string().nullable() }).extend(compared.shape),
			),
		})
		.nullable(),
	tickets: z.object({ opened: compared, resolved: compared, open: compared }).nullable(),
});
export type Report = z.infer<typeof report>;

/** The language of the post: one of the interface's. */
export type ReportLocale = Locale;

/** When and where the report is posted. Weekday (1 is Monday) and hour are those of the server's clocks. */
const times = {
	channelId: snowflake,
	weekday: z.number().int().min(1).max(7),
	hour: z.number().int().min(0).max(23),
	locale: z.enum(locales),
	enabled: z.boolean(),
};

export const saveSchedule = z.strictObject({
	...times,
	/** The revision that was seen; 0 where there was none. */
	revision: z.number().int().min(0),
});
export type SaveSchedule = z.infer<typeof saveSchedule>;

/** What became of the last post that was due: `skipped` where no worker ran within a day of it. */
export const postStates = ["pending", "done", "failed", "skipped"] as const;

export const reportSchedule = z.object({
	...times,
	/** 0 where the report was never scheduled: the rest is what the form begins with. */
	revision: z.number(),
	channelId: snowflake.nullable(),
	/** When the next one goes out; null while it is off. */
	next: z.string().nullable(),
	last: z
		.object({ week: z.string(), at: z.string(), state: z.enum(postStates), failure: z.string().nullable() })
		.nullable(),
});
export type ReportSchedule = z.infer<typeof reportSchedule>;
