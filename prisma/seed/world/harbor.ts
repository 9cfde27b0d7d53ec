import { snowflakeFor, snowflakeTime } from "../snowflake";
import { buildChannels, buildRoles } from "./build";
import { HARBOR_CHANNELS } from "./harbor-channels";
import { HARBOR_ROLES } from "./harbor-roles";
import { BOT, personId } from "./people";
import { monthsBefore } from "./time";
import type { PersonKey, WorldEmoji, WorldGuild, WorldMember } from "./types";

const ID = "902114735018344448";
const DAY = 86_400_000;

const EMOJIS: readonly (readonly [name: string, animated: boolean])[] = [
	["lantern", false],
	["harbor_wave", true],
	["shipit", false],
	["bonk", false],
	["pixelheart", false],
	["tealeaf", false],
	["crab_party", true],
	["thonk", false],
	["anchor_down", false],
	["bugsquash", false],
	["jamtime", false],
	["foghorn", false],
];

const STICKERS: readonly (readonly [name: string, description: string, tags: string])[] = [
	["Gull stole it", "A gull flies off with a sandwich", "laughing"],
	["It compiles", "A relieved lighthouse keeper", "tada"],
	["Scope creep", "A small boat with too many crates", "sailboat"],
	["Good night", "A lantern goes out", "zzz"],
	["Ship it", "A bottle breaks on a bow", "rocket"],
];

/** The community of 5,000 in which most of the demo happens. */
export function createHarbor(now: number): WorldGuild {
	const createdAt = snowflakeTime(ID);
	const roles = buildRoles(ID, createdAt, HARBOR_ROLES);
	const roleId = (key: string) => roles.find((role) => role.key === key)?.id ?? ID;
	const botJoinedAt = monthsBefore(now, 13);
	const member = (key: PersonKey, joinedAt: number, nick: string | null, ...keys: string[]): WorldMember => ({
		userId: personId(key),
		nick,
		roleIds: keys.map(roleId),
		joinedAt,
	});
	const emojis = EMOJIS.map(
		([name, animated]): WorldEmoji => ({
			id: snowflakeFor(`${ID}/emoji/${name}`, createdAt),
			name,
			animated,
			roleIds: name === "foghorn" ? [roleId("moderator"), roleId("senior"), roleId("booster")] : [],
		}),
	);
	return {
		key: "harbor",
		id: ID,
		name: "Lantern Harbor",
		icon: null,
		description: "A friendly harbor for people who make small games.",
		ownerId: personId("owner"),
		features: ["COMMUNITY", "NEWS", "ANIMATED_ICON", "INVITE_SPLASH", "DISCOVERABLE", "ROLE_ICONS"],
		bot: "present",
		botJoinedAt,
		botLeftAt: null,
		createdAt,
		memberCount: 5000,
		presenceCount: 812,
		premiumTier: 2,
		boosts: 19,
		preferredLocale: "en-GB",
		timeZone: "Europe/Berlin",
		permLevelRoles: { 1: "archivist", 2: "helper", 3: "moderator", 4: "senior", 5: "manager" },
		roles,
		channels: buildChannels(ID, createdAt, roles, HARBOR_CHANNELS),
		emojis,
		stickers: STICKERS.map(([name, description, tags]) => ({
			id: snowflakeFor(`${ID}/sticker/${name}`, createdAt),
			name,
			description,
			tags,
		})),
		members: [
			member("owner", createdAt, "Mira ⚓", "harbormaster", "regular", "artist"),
			member("admin", createdAt + 3 * DAY, null, "admin", "programmer"),
			member("moderator", createdAt + 190 * DAY, null, "moderator", "regular", "musician"),
			member("helper", createdAt + 400 * DAY, "Jonas (he/him)", "helper", "programmer"),
			member("member", now - 148 * DAY, null, "artist"),
			member("operator", createdAt + 31 * DAY, null, "programmer"),
			{ userId: BOT.id, nick: null, roleIds: [roleId("bot"), roleId("bots")], joinedAt: botJoinedAt },
		],
	};
}
