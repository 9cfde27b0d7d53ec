import { bits, type RoleSpec, union } from "./build";
import { BOT } from "./people";

/** What everyone may do in a community that greets strangers. */
export const EVERYONE_BITS = bits(
	"ViewChannel",
	"SendMessages",
	"SendMessagesInThreads",
	"CreatePublicThreads",
	"EmbedLinks",
	"AddReactions",
	"UseExternalEmojis",
	"ReadMessageHistory",
	"UseApplicationCommands",
	"Connect",
	"Speak",
	"UseVAD",
	"Stream",
	"ChangeNickname",
	"CreateInstantInvite",
	"SendVoiceMessages",
	"SendPolls",
);

export const HELPER_BITS = bits("ManageThreads", "MuteMembers", "ViewGuildInsights");

export const MODERATOR_BITS = union(
	HELPER_BITS,
	bits(
		"ManageMessages",
		"ModerateMembers",
		"KickMembers",
		"ManageNicknames",
		"MoveMembers",
		"ViewAuditLog",
		"PinMessages",
	),
);

const SENIOR_BITS = union(
	MODERATOR_BITS,
	bits("BanMembers", "DeafenMembers", "ManageEvents", "BypassSlowmode"),
);

const MANAGER_BITS = union(
	SENIOR_BITS,
	bits(
		"ManageGuild",
		"ManageChannels",
		"ManageRoles",
		"ManageWebhooks",
		"ManageGuildExpressions",
		"MentionEveryone",
	),
);

const BOT_BITS = union(MANAGER_BITS, bits("SendMessages", "EmbedLinks", "AttachFiles", "ManageThreads"));

/** Lantern Harbor's hierarchy, highest first. */
export const HARBOR_ROLES: readonly RoleSpec[] = [
	{
		key: "harbormaster",
		name: "Harbormaster",
		color: 0xe0a526,
		hoist: true,
		permissions: bits("Administrator"),
	},
	{ key: "admin", name: "Admin", color: 0xd1495b, hoist: true, permissions: bits("Administrator") },
	{ key: "bot", name: "wharfinger", managed: true, tags: { bot_id: BOT.id }, permissions: BOT_BITS },
	{ key: "manager", name: "Community Manager", color: 0xc8553d, hoist: true, permissions: MANAGER_BITS },
	{ key: "senior", name: "Senior Moderator", color: 0x2a9d8f, hoist: true, permissions: SENIOR_BITS },
	{
		key: "moderator",
		name: "Moderator",
		color: 0x3a86c8,
		hoist: true,
		mentionable: true,
		permissions: MODERATOR_BITS,
	},
	{
		key: "helper",
		name: "Helper",
		color: 0x6fae5b,
		hoist: true,
		mentionable: true,
		permissions: HELPER_BITS,
	},
	{ key: "bots", name: "Bots", color: 0x7b8794, permissions: bits("SendMessages", "EmbedLinks") },
	{
		key: "booster",
		name: "Server Booster",
		color: 0xf47fff,
		hoist: true,
		managed: true,
		tags: { premium_subscriber: null },
		permissions: bits("UseExternalStickers"),
	},
	{ key: "archivist", name: "Archivist", color: 0xb08968, permissions: "0" },
	{ key: "jam-winner", name: "Jam Winner", color: 0xf2c14e, unicodeEmoji: "🏆", permissions: "0" },
	{
		key: "regular",
		name: "Regular",
		color: 0x9d8df1,
		permissions: bits("AttachFiles", "UseExternalStickers"),
	},
	{ key: "artist", name: "Artist", color: 0xe76f9a, mentionable: true },
	{ key: "programmer", name: "Programmer", color: 0x4fb0c6, mentionable: true },
	{ key: "musician", name: "Musician", color: 0x84a59d, mentionable: true },
	{ key: "muted", name: "Quiet Corner", color: 0x5c6370 },
	{ key: "everyone", name: "@everyone", permissions: EVERYONE_BITS },
];
