import { type Permission, permissions } from "@/lib/auth/permissions";
import type { Chart, Dimension, Filter, Measure } from "./schema";

/** Where figures are read: rollups, and tables of which a period is a bounded part. */
export type SourceName =
	| "messageHours"
	| "channelDays"
	| "memberDays"
	| "activeDays"
	| "reactionHours"
	| "membershipDays"
	| "executionHours"
	| "commandHours"
	| "executions"
	| "voiceHours"
	| "voiceDays"
	| "cases"
	| "appeals"
	| "discordLog"
	| "botLog"
	| "conversations"
	| "tickets";

type Source = {
	/** The permission of the table's policy. */
	permission: Permission;
	/** Whose days and hours it counts by. */
	calendar: "server" | "utc";
	/** Kept by hours of UTC: in a zone off the whole hour, the server's days begin late. */
	wholeHours?: true;
	/** What it can tell apart, each with the permission that telling it apart needs. */
	dimensions: Partial<Record<Dimension, Permission>>;
	filters: Partial<Record<Filter, Permission>>;
};

const clock = {
	time: "overview.read",
	weekday: "overview.read",
	hour: "overview.read",
	heat: "overview.read",
} as const;
const days = { time: "overview.read", weekday: "overview.read" } as const;
const ofMember = "members.activity";
const byHours = { permission: "overview.read", calendar: "server", wholeHours: true } as const;

/** What each source can answer exactly. Whatever is not here cannot be asked. */
export const sources: Record<SourceName, Source> = {
	messageHours: { ...byHours, dimensions: clock, filters: {} },
	channelDays: {
		permission: "overview.read",
		calendar: "utc",
		dimensions: { ...days, channel: "channels.read" },
		filters: { channel: "channels.read" },
	},
	memberDays: {
		permission: ofMember,
		calendar: "utc",
		dimensions: { ...days, member: ofMember },
		filters: { member: ofMember, role: "roles.read", kind: "members.read" },
	},
	activeDays: {
		permission: "overview.read",
		calendar: "utc",
		dimensions: { time: "overview.read" },
		filters: {},
	},
	reactionHours: { ...byHours, dimensions: clock, filters: {} },
	membershipDays: { permission: "overview.read", calendar: "utc", dimensions: days, filters: {} },
	executionHours: { ...byHours, dimensions: clock, filters: {} },
	commandHours: {
		...byHours,
		permission: "commands.read",
		dimensions: { ...clock, command: "commands.read" },
		filters: { command: "commands.read" },
	},
	executions: {
		permission: "commands.read",
		calendar: "server",
		dimensions: { ...clock, channel: "channels.read", member: ofMember, command: "commands.read" },
		filters: { channel: "channels.read", member: ofMember, command: "commands.read" },
	},
	voiceHours: { ...byHours, dimensions: clock, filters: {} },
	voiceDays: {
		permission: "overview.read",
		calendar: "utc",
		dimensions: { ...days, channel: "channels.read" },
		filters: { channel: "channels.read" },
	},
	cases: {
		permission: "cases.read",
		calendar: "server",
		dimensions: { ...clock, caseType: "cases.read", moderator: "cases.read", member: "cases.read" },
		filters: { caseType: "cases.read", moderator: "cases.read", member: "cases.read" },
	},
	appeals: {
		permission: "appeals.read",
		calendar: "server",
		dimensions: { ...clock, status: "appeals.read" },
		filters: {},
	},
	discordLog: {
		permission: "audit.read",
		calendar: "server",
		dimensions: { ...clock, action: "audit.read", actor: "audit.read" },
		filters: {},
	},
	botLog: {
		permission: "audit.read",
		calendar: "server",
		dimensions: { ...clock, action: "audit.read", actor: "audit.read" },
		filters: {},
	},
	conversations: {
		permission: "support.read",
		calendar: "server",
		dimensions: { ...clock, status: "support.read" },
		filters: {},
	},
	tickets: {
		permission: "support.read",
		calendar: "server",
		dimensions: { ...clock, status: "support.read" },
		filters: {},
	},
};

type MeasureRule = {
	/** In the order of cost: the first that can answer is asked. */
	sources: readonly SourceName[];
	unit: "number" | "percent" | "milliseconds" | "minutes";
	/** Whether parts add up to the whole: distinct people, rates and percentiles do not. */
	adds: boolean;
	/** What a source could tell apart, but says nothing about this measure. */
	not?: readonly Dimension[];
};

const counted = { unit: "number", adds: true } as const;
const ofExecutions = ["executionHours", "commandHours", "executions"] as const;
const ofVoice = ["voiceHours", "voiceDays"] as const;

export const catalogue: Record<Measure, MeasureRule> = {
	messages: { ...counted, sources: ["messageHours", "channelDays", "memberDays"] },
	replies: { ...counted, sources: ["messageHours"] },
	activeMembers: { sources: ["activeDays", "memberDays"], unit: "number", adds: false, not: ["member"] },
	reactions: { ...counted, sources: ["reactionHours"] },
	joins: { ...counted, sources: ["membershipDays"] },
	leaves: { ...counted, sources: ["membershipDays"] },
	growth: { ...counted, sources: ["membershipDays"] },
	executions: { ...counted, sources: ofExecutions },
	errors: { ...counted, sources: ofExecutions },
	errorRate: { sources: ofExecutions, unit: "percent", adds: false },
	responseMedian: { sources: ["commandHours"], unit: "milliseconds", adds: false },
	responseSlow: { sources: ["commandHours"], unit: "milliseconds", adds: false },
	voiceMinutes: { sources: ofVoice, unit: "minutes", adds: true },
	voiceSessions: { ...counted, sources: ofVoice },
	cases: { ...counted, sources: ["cases"] },
	casesVoided: { ...counted, sources: ["cases"] },
	caseDuration: { sources: ["cases"], unit: "minutes", adds: false },
	appeals: { ...counted, sources: ["appeals"] },
	auditEntries: { ...counted, sources: ["discordLog"] },
	botActions: { ...counted, sources: ["botLog"] },
	conversations: { ...counted, sources: ["conversations"] },
	tickets: { ...counted, sources: ["tickets"] },
};

/** The charts that fit a dimension, the usual one first. */
export function chartsFor(dimension: Dimension): readonly [Chart, ...Chart[]] {
	if (dimension === "time") return ["line", "bars", "table"];
	if (dimension === "heat") return ["heat", "table"];
	return isPlaced(dimension) ? ["bars", "line", "table"] : ["ranked", "table"];
}

/** Whether values have known positions, in order; otherwise they are groups, largest first. */
export function isPlaced(dimension: Dimension): boolean {
	return dimension in clock;
}

/** The level that all of these permissions together need. */
export function levelFor(needed: readonly Permission[]): number {
	return Math.max(...needed.map((permission) => permissions[permission]));
}
