import { snowflakeTime } from "../snowflake";
import { bits, buildRoles, type RoleSpec } from "./build";
import { EVERYONE_BITS } from "./harbor-roles";
import { personId } from "./people";
import type { PersonKey, WorldGuild } from "./types";

type Elsewhere = {
	key: "makerspace" | "studyhall" | "typeclub";
	id: string;
	name: string;
	owner: string;
	members: number;
	staff: readonly (readonly [PersonKey, roleKey: string])[];
};

const ROLES: readonly RoleSpec[] = [
	{ key: "admin", name: "Admin", color: 0xe63946, permissions: bits("Administrator") },
	{ key: "manager", name: "Manager", color: 0x457b9d, permissions: bits("ManageGuild", "ManageMessages") },
	{ key: "everyone", name: "@everyone", permissions: EVERYONE_BITS },
];

/** Who owns a server that none of the six does. */
const STRANGER = "289551046830678017";

const SERVERS: readonly Elsewhere[] = [
	{
		key: "makerspace",
		id: "1011438225190166618",
		name: "Oakhill Makerspace",
		owner: personId("owner"),
		members: 212,
		staff: [
			["owner", "admin"],
			["moderator", "manager"],
		],
	},
	{
		key: "studyhall",
		id: "1079950443101397082",
		name: "Study Hall",
		owner: STRANGER,
		members: 1840,
		staff: [
			["admin", "manager"],
			["member", "everyone"],
			["helper", "everyone"],
		],
	},
	{
		key: "typeclub",
		id: "837140882301714492",
		name: "Tea & Type",
		owner: STRANGER,
		members: 77,
		staff: [
			["owner", "everyone"],
			["admin", "admin"],
			["operator", "everyone"],
		],
	},
];

function createServer({ key, id, name, owner, members, staff }: Elsewhere): WorldGuild {
	const createdAt = snowflakeTime(id);
	const roles = buildRoles(id, createdAt, ROLES);
	return {
		key,
		id,
		name,
		icon: null,
		description: null,
		ownerId: owner,
		features: [],
		bot: "never",
		botJoinedAt: null,
		botLeftAt: null,
		createdAt,
		memberCount: members,
		presenceCount: Math.round(members / 6),
		premiumTier: 0,
		boosts: 0,
		preferredLocale: "en-US",
		timeZone: "UTC",
		permLevelRoles: {},
		roles,
		channels: [],
		emojis: [],
		stickers: [],
		members: staff.map(([person, roleKey]) => ({
			userId: personId(person),
			nick: null,
			roleIds: roles.filter((role) => role.key === roleKey && role.key !== "everyone").map((role) => role.id),
			joinedAt: createdAt,
		})),
	};
}

/** Servers that exist at Discord only: the bot was never added to them. */
export function createElsewhere(): WorldGuild[] {
	return SERVERS.map(createServer);
}
