import { snowflakeFor } from "../snowflake";
import type { World, WorldGuild } from "../world/types";

export type CommandOption = { name: string; type: number; description: string; required?: boolean };

/** A registered command and how it behaves in the demo. Option types are Discord's numbers. */
export type CommandSpec = {
	name: string;
	kind: "chat_input" | "user" | "message";
	description: string;
	options: readonly CommandOption[];
	/** Permission bits somebody needs by default, as a decimal string. */
	permissions: string | null;
	/** Whether only staff use it. */
	staff: boolean;
	ephemeral: boolean;
	/** Milliseconds until the answer, at the median. */
	latency: number;
	/** How often it is used, relative to others; 0 for those that the cases bring with them. */
	weight: number;
	/** Only in this server; registered globally when absent. */
	guild?: WorldGuild["key"];
};

const USER: CommandOption = { name: "user", type: 6, description: "Who", required: true };
const REASON: CommandOption = { name: "reason", type: 3, description: "Why; shown in the case" };
const LENGTH: CommandOption = {
	name: "duration",
	type: 3,
	description: "For how long, such as 2h or 3d",
	required: true,
};
const MODERATE = (1n << 40n).toString();
const BAN = (1n << 2n).toString();
const KICK = (1n << 1n).toString();

const plain = { kind: "chat_input", options: [], permissions: null, staff: false, ephemeral: false } as const;
const staff = { kind: "chat_input", staff: true, ephemeral: true } as const;

export const COMMANDS: readonly CommandSpec[] = [
	{
		...plain,
		name: "rank",
		description: "Your level and experience",
		options: [{ ...USER, required: false }],
		latency: 96,
		weight: 30,
	},
	{ ...plain, name: "leaderboard", description: "The most active members", latency: 310, weight: 11 },
	{
		...plain,
		name: "remind",
		description: "Reminds you later",
		options: [
			{ name: "when", type: 3, description: "In 2h, tomorrow at 9, on Friday", required: true },
			{ name: "about", type: 3, description: "What about", required: true },
		],
		ephemeral: true,
		latency: 120,
		weight: 14,
	},
	{
		...plain,
		name: "snippet",
		description: "Posts a saved text",
		options: [{ name: "name", type: 3, description: "Which one", required: true }],
		latency: 70,
		weight: 13,
	},
	{
		...plain,
		name: "ask",
		description: "Asks the knowledge base",
		options: [{ name: "question", type: 3, description: "Your question", required: true }],
		latency: 1850,
		weight: 12,
	},
	{ ...plain, name: "afk", description: "Marks you as away", options: [REASON], latency: 84, weight: 5 },
	{
		...plain,
		name: "poll",
		description: "Starts a poll",
		options: [
			{ name: "question", type: 3, description: "What to decide", required: true },
			{ name: "hours", type: 4, description: "How long it stays open" },
		],
		latency: 160,
		weight: 4,
	},
	{ ...plain, name: "ping", description: "Is the bot awake?", latency: 41, weight: 6 },
	{ ...plain, name: "help", description: "What the bot can do", ephemeral: true, latency: 52, weight: 7 },
	{
		...plain,
		name: "ticket",
		description: "Opens a support ticket",
		ephemeral: true,
		latency: 420,
		weight: 3,
	},
	{
		...plain,
		name: "jam",
		description: "Theme, dates and your entry",
		options: [{ name: "action", type: 3, description: "theme, submit or results", required: true }],
		latency: 230,
		weight: 9,
		guild: "harbor",
	},
	{ ...plain, name: "route", description: "The next run's route", latency: 88, weight: 12, guild: "trail" },
	{
		...staff,
		name: "warn",
		description: "Warns a member",
		options: [USER, REASON],
		permissions: MODERATE,
		latency: 190,
		weight: 0,
	},
	{
		...staff,
		name: "timeout",
		description: "Times a member out",
		options: [USER, LENGTH, REASON],
		permissions: MODERATE,
		latency: 340,
		weight: 0,
	},
	{
		...staff,
		name: "kick",
		description: "Removes a member",
		options: [USER, REASON],
		permissions: KICK,
		latency: 380,
		weight: 0,
	},
	{
		...staff,
		name: "ban",
		description: "Bans a member",
		options: [USER, REASON],
		permissions: BAN,
		latency: 410,
		weight: 0,
	},
	{
		...staff,
		name: "note",
		description: "Adds a note to a member's record",
		options: [USER, REASON],
		permissions: MODERATE,
		latency: 130,
		weight: 1,
	},
	{
		...staff,
		name: "case",
		description: "Shows a case",
		options: [{ name: "number", type: 4, description: "Its number", required: true }],
		permissions: MODERATE,
		latency: 105,
		weight: 2,
	},
	{
		...staff,
		name: "purge",
		description: "Deletes recent messages",
		options: [{ name: "count", type: 4, description: "How many", required: true }],
		permissions: (1n << 13n).toString(),
		latency: 900,
		weight: 0.6,
	},
	{
		...staff,
		name: "View record",
		kind: "user",
		description: "",
		options: [],
		permissions: MODERATE,
		latency: 150,
		weight: 1,
	},
	{
		...plain,
		name: "Report message",
		kind: "message",
		description: "",
		ephemeral: true,
		latency: 170,
		weight: 1,
	},
];

/** The Discord id of a registered command. */
export function commandId(world: World, { name, guild }: CommandSpec): string {
	const registered = world.guilds[0]?.botJoinedAt ?? world.now;
	return snowflakeFor(`command/${guild ?? "global"}/${name}`, registered - 40 * 86_400_000);
}
