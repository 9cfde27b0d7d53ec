import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { names, person } from "@/lib/guilds/schema";
import { pageLimit } from "@/lib/page-size";
import { rangePresets } from "@/lib/range-presets";

/** How a use of a command ended. */
export const outcomes = ["ok", "error"] as const;
export type Outcome = (typeof outcomes)[number];

/** What the list of commands can be sorted by; a minus in front turns the order round. */
export const commandSorts = [
	"-uses",
	"uses",
	"name",
	"-name",
	"-errors",
	"errors",
	"-median",
	"median",
	"-slowest",
	"slowest",
] as const;
export type CommandSort = (typeof commandSorts)[number];

/** The period, as in the URL of every page with figures; 30 days by default. */
const period = {
	range: z.enum(rangePresets).optional(),
	from: z.iso.date().optional(),
	to: z.iso.date().optional(),
};

/** How the list of commands is read; the same names stand in the page's address. */
export const listCommandsQuery = z.strictObject({ ...period, sort: z.enum(commandSorts).default("-uses") });
export type ListCommandsQuery = z.infer<typeof listCommandsQuery>;

/** What the list of executions can be narrowed to. */
export const executionFilters = z.strictObject({
	...period,
	command: z.string().min(1).max(100).optional(),
	user: snowflake.optional(),
	channel: snowflake.optional(),
	outcome: z.enum(outcomes).optional(),
});
export type ExecutionFilters = z.infer<typeof executionFilters>;

export const listExecutionsQuery = executionFilters.extend({
	cursor: z.string().max(200).optional(),
	limit: pageLimit,
});
export type ListExecutionsQuery = z.infer<typeof listExecutionsQuery>;

export const executionParams = z.strictObject({ executionId: snowflake });

const figures = {
	executions: z.number(),
	errors: z.number(),
	/** Milliseconds, to within 12 %: read from a histogram. Null where no time is known. */
	median: z.number().nullable(),
	/** Nineteen of twenty answers came within this many milliseconds. */
	slowest: z.number().nullable(),
};

export const commandFigures = z.object(figures);
export type CommandFigures = z.infer<typeof commandFigures>;

export const commandListItem = z.object({
	...figures,
	/** The registration's id; null for a command that was used and is not registered now. */
	id: z.string().nullable(),
	name: z.string(),
	/** The stored text name: `chat_input`, `user`, `message`. */
	type: z.string().nullable(),
	description: z.string().nullable(),
	optionNames: z.array(z.string()),
	/** The bits that a member needs by default; null: everyone may. */
	permissions: z.string().nullable(),
	/** Registered for every server, not only for this one. */
	isGlobal: z.boolean(),
	enabled: z.boolean(),
});
export type CommandListItem = z.infer<typeof commandListItem>;

export const commandList = z.object({ items: z.array(commandListItem), nextCursor: z.null() });
export type CommandList = z.infer<typeof commandList>;

const channel = z.object({ id: z.string(), name: z.string(), type: z.string() });

export const executionListItem = z.object({
	id: z.string(),
	/** `application_command`, `message_component`, `modal_submit` … */
	interaction: z.string(),
	/** The command's name; for buttons, menus and forms their own id. */
	command: z.string().nullable(),
	commandType: z.string().nullable(),
	user: person,
	channel: channel.nullable(),
	outcome: z.enum(outcomes),
	error: z.string().nullable(),
	/** Milliseconds until the answer; null when none came. */
	latency: z.number().nullable(),
	executedAt: z.string(),
});
export type ExecutionListItem = z.infer<typeof executionListItem>;

export const executionList = z.object({
	items: z.array(executionListItem),
	nextCursor: z.string().nullable(),
});
export type ExecutionList = z.infer<typeof executionList>;

export const executionDetail = executionListItem.extend({
	/** As the bot stored them: Discord's list of `{name, type, value, options}`. */
	options: z.unknown(),
	/** What was chosen in a menu, or filled into a form. */
	values: z.unknown(),
	form: z.unknown(),
	componentType: z.string().nullable(),
	/** Discord's number of the kind of answer. */
	responseType: z.number().nullable(),
	response: z.string().nullable(),
	embeds: z.number(),
	components: z.number(),
	deferred: z.boolean(),
	ephemeral: z.boolean(),
	respondedAt: z.string().nullable(),
	/** The message that answered, where it is stored and the reader may see messages. */
	messageId: z.string().nullable(),
	/** What the ids among the options refer to. */
	names,
});
export type ExecutionDetail = z.infer<typeof executionDetail>;
