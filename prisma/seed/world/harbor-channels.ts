import { bits, type CategorySpec, type OverwriteSpec } from "./build";

const READ_ONLY: readonly OverwriteSpec[] = [
	{ role: "everyone", deny: bits("SendMessages", "SendMessagesInThreads", "CreatePublicThreads") },
	{ role: "manager", allow: bits("SendMessages") },
];

const STAFF_ONLY: readonly OverwriteSpec[] = [
	{ role: "everyone", deny: bits("ViewChannel") },
	{ role: "helper", allow: bits("ViewChannel") },
	{ role: "moderator", allow: bits("ViewChannel") },
	{ role: "senior", allow: bits("ViewChannel") },
	{ role: "manager", allow: bits("ViewChannel") },
	{ role: "bot", allow: bits("ViewChannel", "SendMessages") },
];

const MODERATORS_ONLY: readonly OverwriteSpec[] = STAFF_ONLY.filter(({ role }) => role !== "helper");

const QUIET: OverwriteSpec = { role: "muted", deny: bits("SendMessages", "AddReactions", "Speak") };

/** Lantern Harbor's channels: a community of people who make small games. */
export const HARBOR_CHANNELS: readonly CategorySpec[] = [
	{
		key: "the-pier",
		name: "The Pier",
		channels: [
			{ key: "welcome", topic: "Say hello, then pick your roles.", theme: "welcome", weight: 5 },
			{ key: "rules", topic: "Twelve short rules. Please read them once.", overwrites: READ_ONLY },
			{
				key: "announcements",
				type: "guild_announcement",
				topic: "Jams, streams and news. Follow it into your own server.",
				theme: "announcements",
				weight: 0.4,
				overwrites: READ_ONLY,
			},
		],
	},
	{
		key: "community",
		name: "Community",
		overwrites: [QUIET],
		channels: [
			{ key: "general", topic: "Anything that fits nowhere else.", theme: "general", weight: 30 },
			{ key: "introductions", theme: "welcome", weight: 3, slowmode: 60 },
			{ key: "off-topic", topic: "Tea, weather, pets.", theme: "off-topic", weight: 14 },
			{ key: "playing-now", topic: "What are you playing?", theme: "playing", weight: 7 },
		],
	},
	{
		key: "workshop",
		name: "Workshop",
		overwrites: [QUIET],
		channels: [
			{ key: "code", topic: "Engines, languages and why it crashed.", theme: "code", weight: 16 },
			{ key: "pixel-art", topic: "Sprites, tiles, palettes.", theme: "art", weight: 8 },
			{ key: "sound", topic: "Music and effects.", theme: "sound", weight: 4 },
			{ key: "game-design", theme: "design", weight: 7 },
			{
				key: "show-your-work",
				topic: "Builds and clips. Feedback is welcome.",
				theme: "showcase",
				weight: 6,
			},
			{
				key: "ask-for-help",
				type: "guild_forum",
				topic: "One question, one post. Tell us what you tried.",
				theme: "help",
				weight: 6,
				tags: [
					["Code", "💻"],
					["Art", "🎨"],
					["Sound", "🎵"],
					["Publishing", "📦"],
					["Solved", "✅", true],
				],
			},
		],
	},
	{
		key: "jams",
		name: "Game Jams",
		overwrites: [QUIET],
		channels: [
			{ key: "jam-talk", topic: "The monthly jam: themes, teams, panic.", theme: "jam", weight: 8 },
			{ key: "find-a-team", theme: "team", weight: 2, slowmode: 120 },
			{ key: "jam-results", overwrites: READ_ONLY, theme: "announcements", weight: 0.2 },
		],
	},
	{
		key: "wharf",
		name: "Bots and Support",
		channels: [
			{ key: "bot-commands", topic: "Try commands here.", theme: "commands", weight: 6 },
			{ key: "support", topic: "Ask wharfinger, or open a ticket.", theme: "support", weight: 3 },
			{ key: "starboard", overwrites: [...READ_ONLY, { role: "bot", allow: bits("SendMessages") }] },
		],
	},
	{
		key: "voice",
		name: "Voice",
		channels: [
			{ key: "lounge", name: "Lounge", type: "guild_voice" },
			{ key: "co-working", name: "Co-working", type: "guild_voice", userLimit: 12 },
			{ key: "pairing", name: "Pairing Booth", type: "guild_voice", userLimit: 2 },
			{
				key: "town-hall",
				name: "Town Hall",
				type: "guild_stage_voice",
				topic: "Monthly meeting and post-mortems",
			},
		],
	},
	{
		key: "staff",
		name: "Staff",
		overwrites: STAFF_ONLY,
		channels: [
			{ key: "staff-room", topic: "Rota and handover.", theme: "staff", weight: 3 },
			{ key: "mod-chat", theme: "staff", weight: 2, overwrites: MODERATORS_ONLY },
			{
				key: "mod-log",
				topic: "Written by wharfinger.",
				theme: "mod-log",
				weight: 1,
				overwrites: MODERATORS_ONLY,
			},
			{ key: "audit-log", topic: "Written by wharfinger.", overwrites: MODERATORS_ONLY },
		],
	},
];
