import { snowflakeFor, snowflakeTime } from "../snowflake";
import { bits, buildChannels, buildRoles, type CategorySpec, memberMaker, type RoleSpec } from "./build";
import { EVERYONE_BITS, MODERATOR_BITS } from "./harbor-roles";
import { BOT, personId } from "./people";
import { monthsBefore } from "./time";
import type { WorldGuild } from "./types";

const ID = "1040262918204751892";
const DAY = 86_400_000;

const ROLES: readonly RoleSpec[] = [
	{
		key: "organiser",
		name: "Organiser",
		color: 0x588157,
		hoist: true,
		permissions: bits("ManageGuild", "ManageChannels", "ManageEvents"),
	},
	{ key: "bot", name: "wharfinger", managed: true, tags: { bot_id: BOT.id }, permissions: MODERATOR_BITS },
	{
		key: "pacer",
		name: "Pacer",
		color: 0xbc6c25,
		hoist: true,
		mentionable: true,
		permissions: bits("ManageEvents"),
	},
	{ key: "beginner", name: "Beginner group", color: 0xdda15e, mentionable: true },
	{ key: "everyone", name: "@everyone", permissions: EVERYONE_BITS },
];

const CHANNELS: readonly CategorySpec[] = [
	{
		key: "runs",
		name: "Runs",
		channels: [
			{ key: "trail-talk", topic: "Routes, weather, who is in?", theme: "running", weight: 10 },
			{ key: "sunday-run", topic: "Every Sunday, 9:00 at the boathouse.", theme: "running", weight: 6 },
			{ key: "photos", theme: "running", weight: 2 },
		],
	},
	{
		key: "club",
		name: "Club",
		channels: [
			{
				key: "organisers",
				theme: "staff",
				weight: 2,
				overwrites: [
					{ role: "everyone", deny: bits("ViewChannel") },
					{ role: "organiser", allow: bits("ViewChannel") },
				],
			},
			{ key: "warm-up", name: "Warm-up", type: "guild_voice" },
		],
	},
];

const PROFILE = {
	key: "trail",
	id: ID,
	name: "Sunday Trail Runners",
	icon: null,
	description: "Slow miles, good company.",
	ownerId: personId("admin"),
	bot: "present",
	botLeftAt: null,
	memberCount: 41,
	presenceCount: 9,
	premiumTier: 0,
	boosts: 1,
	preferredLocale: "de",
	timeZone: "Europe/Berlin",
	permLevelRoles: { 2: "pacer", 5: "organiser" },
} as const;

/** A running club of about forty people. */
export function createTrail(now: number): WorldGuild {
	const createdAt = snowflakeTime(ID);
	const roles = buildRoles(ID, createdAt, ROLES);
	const member = memberMaker(ID, roles);
	const botJoinedAt = monthsBefore(now, 7);
	return {
		...PROFILE,
		features: [],
		createdAt,
		botJoinedAt,
		roles,
		channels: buildChannels(ID, createdAt, roles, CHANNELS),
		emojis: ["mudshoe", "hillclimb"].map((name) => ({
			id: snowflakeFor(`${ID}/emoji/${name}`, createdAt),
			name,
			animated: false,
			roleIds: [],
		})),
		stickers: [],
		members: [
			member("admin", createdAt, "Teo", "organiser"),
			member("owner", createdAt + 40 * DAY, null, "beginner"),
			member("moderator", createdAt + 12 * DAY, null, "pacer"),
			member("member", createdAt + 210 * DAY, "Pri"),
			member("bot", botJoinedAt, null, "bot"),
		],
	};
}
