import { snowflakeFor, snowflakeTime } from "../snowflake";
import { buildChannels, buildRoles, memberMaker } from "./build";
import { HARBOR_CHANNELS } from "./harbor-channels";
import { HARBOR_ROLES } from "./harbor-roles";
import { personId } from "./people";
import { monthsBefore } from "./time";
import type { WorldEmoji, WorldGuild, WorldRole } from "./types";

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

const PROFILE = {
	key: "harbor",
	id: ID,
	name: "Lantern Harbor",
	icon: null,
	description: "A friendly harbor for people who make small games.",
	ownerId: personId("owner"),
	features: ["COMMUNITY", "NEWS", "ANIMATED_ICON", "INVITE_SPLASH", "DISCOVERABLE", "ROLE_ICONS"],
	bot: "present",
	botLeftAt: null,
	memberCount: 5000,
	presenceCount: 812,
	premiumTier: 2,
	boosts: 19,
	preferredLocale: "en-GB",
	timeZone: "Europe/Berlin",
	permLevelRoles: { 1: "archivist", 2: "helper", 3: "moderator", 4: "senior", 5: "manager" },
} as const;

/** The community of 5,000 in which most of the demo happens. */
export function createHarbor(now: number): WorldGuild {
	const createdAt = snowflakeTime(ID);
	const roles = buildRoles(ID, createdAt, HARBOR_ROLES);
	const member = memberMaker(ID, roles);
	const botJoinedAt = monthsBefore(now, 13);
	return {
		...PROFILE,
		features: [...PROFILE.features],
		createdAt,
		botJoinedAt,
		roles,
		channels: buildChannels(ID, createdAt, roles, HARBOR_CHANNELS),
		emojis: emojis(createdAt, roles),
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
			member("bot", botJoinedAt, null, "bot", "bots"),
		],
	};
}

function emojis(createdAt: number, roles: readonly WorldRole[]): WorldEmoji[] {
	const loud = ["moderator", "senior", "booster"];
	const loudRoles = roles.filter(({ key }) => loud.includes(key)).map(({ id }) => id);
	return EMOJIS.map(([name, animated]) => ({
		id: snowflakeFor(`${ID}/emoji/${name}`, createdAt),
		name,
		animated,
		roleIds: name === "foghorn" ? loudRoles : [],
	}));
}
