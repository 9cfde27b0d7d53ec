export const CASE_TYPES = [
	"BAN",
	"UNBAN",
	"HACKBAN",
	"TEMPBAN",
	"KICK",
	"TIMEOUT",
	"UNTIMEOUT",
	"WARN",
	"JAIL",
	"UNJAIL",
] as const;

export type CaseType = (typeof CASE_TYPES)[number];

export const CUSTOM_TYPES = [
	{
		typeName: "SPOILER_STRIKE",
		displayName: "Spoiler strike",
		description: "Untagged spoilers within a month of a release.",
		severity: 2,
		requiresDuration: false,
	},
	{
		typeName: "SELF_PROMO",
		displayName: "Self-promotion",
		description: "Advertising outside #show-your-work.",
		severity: 3,
		requiresDuration: false,
	},
	{
		typeName: "JAM_DISQUALIFIED",
		displayName: "Jam disqualification",
		description: "Broke the jam's rules; cannot enter the next one.",
		severity: 5,
		requiresDuration: true,
	},
] as const;

export const CASE_REASONS: Readonly<Record<CaseType | "CUSTOM", readonly string[]>> = {
	WARN: [
		"Kept arguing after being asked to drop it (rule 3)",
		"Posted the same question in four channels (rule 6)",
		"Rude about a beginner's code (rule 1)",
		"Pinged @Helper for something that is in the pinned message",
		"Off-topic memes in #code, second reminder",
		"Asked members for money in direct messages",
		"Shared somebody's private conversation",
		"Paid work without asking first (rule 9)",
	],
	TIMEOUT: [
		"Heated argument about engines, cooling off",
		"Flooded #general with stickers",
		"Would not stop tagging a member who had asked for it",
		"Spoilers in #general after a warning",
		"Shouting in voice, ignored two requests",
		"Insulted another member, apologised since",
	],
	KICK: [
		"Account seems to be compromised, may come back",
		"Under the minimum age by their own words",
		"Only here to advertise a server",
		"Asked to be removed",
	],
	BAN: [
		"Scam links in direct messages to several members",
		"Harassment of a member over weeks, see notes",
		"Hate speech (rule 1), no warning given",
		"Sold other people's sprites as their own, third report",
		"Evaded an earlier ban with a new account",
	],
	TEMPBAN: [
		"Third timeout within a month",
		"Leaked jam votes before the results",
		"Personal attacks during the town hall",
		"Kept posting AI-generated entries after being told",
	],
	HACKBAN: [
		"Known scammer, shared by a neighbouring server",
		"Banned in two partner servers for the same link",
		"Second account of a banned member, not joined yet",
	],
	JAIL: [
		"Waiting for a talk with the moderators",
		"Compromised account, until the owner is back",
		"Suspicious links, being looked at",
	],
	UNBAN: [
		"Appeal accepted, see the discussion in #mod-chat",
		"Wrong account, our mistake",
		"A year has passed, second chance",
	],
	UNTIMEOUT: ["Apologised, lifted early", "Mistaken identity", "Needed for the jam, promised to behave"],
	UNJAIL: ["Account is back in the right hands", "Talked it over, all good", "Links were harmless"],
	CUSTOM: [
		"Within two weeks of the release, no spoiler tags",
		"Third link to their own store this week",
		"Entry used bought assets without listing them",
	],
};
