import { z } from "zod";
import { memberKinds } from "@/lib/analytics/kinds";
import { period, periodQuery } from "@/lib/analytics/schema";
import { caseTypes } from "@/lib/cases/kinds";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** What can be counted. */
export const measures = [
	"messages",
	"replies",
	"activeMembers",
	"reactions",
	"joins",
	"leaves",
	"growth",
	"executions",
	"errors",
	"errorRate",
	"responseMedian",
	"responseSlow",
	"voiceMinutes",
	"voiceSessions",
	"cases",
	"casesVoided",
	"caseDuration",
	"appeals",
	"auditEntries",
	"botActions",
	"conversations",
	"tickets",
] as const;
export type Measure = (typeof measures)[number];

/** What the figures can be taken apart by; `heat` is weekday by hour. */
export const dimensions = [
	"time",
	"weekday",
	"hour",
	"heat",
	"channel",
	"member",
	"command",
	"caseType",
	"moderator",
	"actor",
	"action",
	"status",
] as const;
export type Dimension = (typeof dimensions)[number];

const charts = ["line", "bars", "ranked", "heat", "table"] as const;
export type Chart = (typeof charts)[number];

/** What only some of it is counted by; each is a parameter of the address. */
export const filters = ["channel", "member", "role", "kind", "command", "caseType", "moderator"] as const;
export type Filter = (typeof filters)[number];

const filterValues = {
	channel: snowflake.optional(),
	member: snowflake.optional(),
	role: snowflake.optional(),
	kind: z.enum(memberKinds).optional(),
	command: z
		.string()
		.min(1)
		.max(100)
		.regex(/^\P{C}+$/u)
		.optional(),
	/** One of ours, or `custom:` and the id of the server's own. */
	caseType: z.union([z.enum(caseTypes), z.string().regex(/^custom:\d{1,18}$/)]).optional(),
	moderator: snowflake.optional(),
} satisfies Record<Filter, z.ZodType>;

/** A view: what is counted, by what, of what, over which period, drawn how. An address, and what is saved, is just this. */
export const definition = z.strictObject({
	measure: z.enum(measures).default("messages"),
	dimension: z.enum(dimensions).default("time"),
	chart: z.enum(charts).optional(),
	...filterValues,
	...periodQuery.shape,
});
export type Definition = z.infer<typeof definition>;

export type FilterChoices = {
	/** For each filter that is chosen from a list, what it can be set to. */
	options: Partial<Record<Filter, { value: string; label: string }[]>>;
	/** Names of the people, channels and roles that are filtered by. */
	names: Record<string, string>;
};

/** More groups than this are not read. */
export const MAX_GROUPS = 1000;

const figures = { value: z.number().nullable(), previous: z.number().nullable() };

const group = z.object({
	/** A snowflake, a command, a type, a status; empty where nothing is known. */
	key: z.string(),
	/** The name of a channel, a person or a server's own kind of case; null where the key says it all. */
	name: z.string().nullable(),
	/** Of a channel: its stored type. */
	type: z.string().nullable(),
	...figures,
});
export type ExploreGroup = z.infer<typeof group>;

export const exploreResult = z.object({
	measure: z.enum(measures),
	dimension: z.enum(dimensions),
	/** Days and hours are the server's, or days are UTC's, where that is how the figures are kept. */
	calendar: z.enum(["server", "utc"]),
	period,
	/** Of the whole period, and of the one it is compared with. */
	total: z.object(figures),
	/** By time, weekday, hour, or weekday and hour (Monday first): one value for each place; null where nothing is known. */
	places: z.object({
		values: z.array(z.number().nullable()),
		previous: z.array(z.number().nullable()).nullable(),
	}),
	/** By anything else: the largest first. */
	groups: z.array(group),
	/** How many groups there are; more than stand in `groups` where those are only the largest. */
	groupCount: z.number(),
});
export type ExploreResult = z.infer<typeof exploreResult>;
