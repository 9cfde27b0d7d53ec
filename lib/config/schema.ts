import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";
import { isTimeZone } from "@/lib/time-zone";

const reference = snowflake.nullable();
/** `de` or `en-GB`, at most as long as its column. */
const languageTag = z
	.string()
	.max(10)
	.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,4})?$/);

/** What a number or a text may be; the columns carry the same limits. */
export const limits = {
	prefix: 10,
	systemPrompt: 8000,
	channels: 500,
	messagesPerUser: 1000,
	textLength: 4000,
	note: 500,
} as const;

/** Every setting of a server under the name of its column, as forms, history and the bot's notification call it. */
export const settingsShape = {
	prefix: z.string().trim().min(1).max(limits.prefix).nullable(),
	time_zone: z.string().max(50).refine(isTimeZone),
	locale: languageTag,
	mod_log_id: reference,
	audit_log_id: reference,
	join_log_id: reference,
	private_log_id: reference,
	report_log_id: reference,
	dev_log_id: reference,
	jail_role_id: reference,
	jail_channel_id: reference,
	starboard_channel_id: reference,
	perm_level_0_role_id: reference,
	perm_level_1_role_id: reference,
	perm_level_2_role_id: reference,
	perm_level_3_role_id: reference,
	perm_level_4_role_id: reference,
	perm_level_5_role_id: reference,
	perm_level_6_role_id: reference,
	perm_level_7_role_id: reference,
	enabled: z.boolean(),
	language: languageTag,
	system_prompt: z.string().max(limits.systemPrompt),
	channels: z.array(snowflake).max(limits.channels),
	support_role_id: reference,
	max_messages_per_user: z.number().int().min(1).max(limits.messagesPerUser),
	max_text_length: z.number().int().min(1).max(limits.textLength),
};

export type SettingName = keyof typeof settingsShape;
export type Settings = z.infer<z.ZodObject<typeof settingsShape>>;
export type SettingValue = Settings[SettingName];
const changes = z.strictObject(settingsShape).partial();
export type Changes = z.infer<typeof changes>;

export const settingNames = Object.keys(settingsShape) as SettingName[];

/** Whether `name` is a setting that this version knows; a revision may name others. */
export function isSettingName(name: string): name is SettingName {
	return Object.hasOwn(settingsShape, name);
}

/** A server that nobody has configured yet: the columns' own defaults. */
export const defaultSettings: Settings = {
	prefix: null,
	mod_log_id: null,
	audit_log_id: null,
	join_log_id: null,
	private_log_id: null,
	report_log_id: null,
	dev_log_id: null,
	jail_role_id: null,
	jail_channel_id: null,
	starboard_channel_id: null,
	perm_level_0_role_id: null,
	perm_level_1_role_id: null,
	perm_level_2_role_id: null,
	perm_level_3_role_id: null,
	perm_level_4_role_id: null,
	perm_level_5_role_id: null,
	perm_level_6_role_id: null,
	perm_level_7_role_id: null,
	support_role_id: null,
	time_zone: "UTC",
	locale: "en-US",
	enabled: false,
	language: "en",
	system_prompt: "You are a helpful AI assistant for this Discord server.",
	channels: [],
	max_messages_per_user: 10,
	max_text_length: 2000,
};

export const config = z.object({
	settings: z.object(settingsShape),
	/** Rises with every save; 0 while nobody has saved anything. */
	revision: z.number(),
	savedAt: z.string().nullable(),
	savedBy: person.nullable(),
	/** What the bot's shards say about this very revision. */
	receipts: z.array(z.object({ shardId: z.number(), appliedAt: z.string(), error: z.string().nullable() })),
});
export type Config = z.infer<typeof config>;

export const saveConfig = z.strictObject({
	/** The revision that the changes were made to. */
	revision: z.number().int().min(0),
	changes: changes.refine((made) => Object.keys(made).length > 0, { message: "Name at least one setting." }),
	note: z.string().trim().max(limits.note).optional(),
});
export type SaveConfig = z.infer<typeof saveConfig>;

/** What a refused save receives: the current settings, and which of its changes somebody else made differently. */
export const configClash = config.extend({ clashes: z.array(z.string().refine(isSettingName)) });
export type ConfigClash = z.infer<typeof configClash>;

const values = z.record(z.string(), z.unknown());

export const configRevision = z.object({
	revision: z.number(),
	at: z.string(),
	author: person.nullable(),
	note: z.string().nullable(),
	/** The settings that it changed; empty for the first one. */
	before: values,
	after: values,
});
export type ConfigRevision = z.infer<typeof configRevision>;

export const revisionsQuery = z.strictObject({
	cursor: z.string().max(500).optional(),
	limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const revisionList = z.object({ items: z.array(configRevision), nextCursor: z.string().nullable() });
export type RevisionList = z.infer<typeof revisionList>;

const revisionNumber = z.coerce.number().int().min(1);

/** What the page's URL can ask for: a search, and a revision to restore or to undo. */
export const configSearch = z.strictObject({
	q: z.string().max(100).optional(),
	restore: revisionNumber.optional(),
	undo: revisionNumber.optional(),
	setting: z.string().refine(isSettingName).optional(),
});
export type ConfigSearch = z.infer<typeof configSearch>;
