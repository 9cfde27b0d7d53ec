import { snowflakeTime } from "../snowflake";
import { bits, buildChannels, buildRoles, type CategorySpec, memberMaker, type RoleSpec } from "./build";
import { EVERYONE_BITS, MODERATOR_BITS } from "./harbor-roles";
import { personId } from "./people";
import { monthsBefore } from "./time";
import type { WorldGuild } from "./types";

const ID = "968455120077185064";
const DAY = 86_400_000;

const ROLES: readonly RoleSpec[] = [
	{ key: "curator", name: "Curator", color: 0x9b5de5, hoist: true, permissions: bits("Administrator") },
	{ key: "moderator", name: "Shelf Keeper", color: 0x00bbf9, hoist: true, permissions: MODERATOR_BITS },
	{ key: "collector", name: "Collector", color: 0xfee440 },
	{ key: "everyone", name: "@everyone", permissions: EVERYONE_BITS },
];

const CHANNELS: readonly CategorySpec[] = [
	{
		key: "shelf",
		name: "The Shelf",
		channels: [
			{ key: "finds", topic: "What did you find at the flea market?", theme: "retro", weight: 8 },
			{ key: "repairs", topic: "Solder, batteries, label scans.", theme: "retro", weight: 4 },
			{ key: "swap", theme: "retro", weight: 2 },
		],
	},
];

const PROFILE = {
	key: "cartridge",
	id: ID,
	name: "Cartridge Club",
	icon: null,
	description: "Old games, kept alive.",
	ownerId: personId("owner"),
	bot: "left",
	memberCount: 126,
	presenceCount: 17,
	premiumTier: 0,
	boosts: 2,
	preferredLocale: "en-US",
	timeZone: "America/Chicago",
	permLevelRoles: { 3: "moderator" },
} as const;

/** A server that the bot was in and has left: its history stays, nothing new arrives. */
export function createCartridge(now: number): WorldGuild {
	const createdAt = snowflakeTime(ID);
	const roles = buildRoles(ID, createdAt, ROLES);
	const member = memberMaker(ID, roles);
	return {
		...PROFILE,
		features: ["COMMUNITY"],
		createdAt,
		botJoinedAt: monthsBefore(now, 8),
		botLeftAt: now - 23 * DAY - 5 * 3_600_000,
		roles,
		channels: buildChannels(ID, createdAt, roles, CHANNELS),
		emojis: [],
		stickers: [],
		members: [
			member("owner", createdAt, null, "curator"),
			member("helper", createdAt + 77 * DAY, null, "collector"),
			member("moderator", createdAt + 60 * DAY, null, "moderator"),
		],
	};
}
