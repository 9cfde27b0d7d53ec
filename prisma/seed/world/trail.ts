import { snowflakeFor, snowflakeTime } from "../snowflake";
import { bits, buildChannels, buildRoles, type CategorySpec, type RoleSpec } from "./build";
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

/** A running club of about forty people. */
export function createTrail(now: number): WorldGuild {
	const createdAt = snowflakeTime(ID);
	const roles = buildRoles(ID, createdAt, ROLES);
	const roleId = (key: string) => roles.find((role) => role.key === key)?.id ?? ID;
	const botJoinedAt = monthsBefore(now, 7);
	return {
		key: "trail",
		id: ID,
		name: "Sunday Trail Runners",
		icon: null,
		description: "Slow miles, good company.",
		ownerId: personId("admin"),
		features: [],
		bot: "present",
		botJoinedAt,
		botLeftAt: null,
		createdAt,
		memberCount: 41,
		presenceCount: 9,
		premiumTier: 0,
		boosts: 1,
		preferredLocale: "de",
		timeZone: "Europe/Berlin",
		permLevelRoles: { 2: "pacer", 5: "organiser" },
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
			{ userId: personId("admin"), nick: "Teo", roleIds: [roleId("organiser")], joinedAt: createdAt },
			{
				userId: personId("owner"),
				nick: null,
				roleIds: [roleId("beginner")],
				joinedAt: createdAt + 40 * DAY,
			},
			{
				userId: personId("moderator"),
				nick: null,
				roleIds: [roleId("pacer")],
				joinedAt: createdAt + 12 * DAY,
			},
			{ userId: personId("member"), nick: "Pri", roleIds: [], joinedAt: createdAt + 210 * DAY },
			{ userId: BOT.id, nick: null, roleIds: [roleId("bot")], joinedAt: botJoinedAt },
		],
	};
}
