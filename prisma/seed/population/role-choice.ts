import type { Random } from "../random";
import type { WorldGuild } from "../world/types";

/** How likely one of the crowd holds a role. Everything above "Regular" is given by name or to a fixed number. */
const CHANCES: Readonly<Record<string, number>> = {
	artist: 0.19,
	programmer: 0.27,
	musician: 0.08,
	regular: 0.09,
	"jam-winner": 0.005,
	archivist: 0.002,
	muted: 0.0015,
	helper: 0.0019,
	moderator: 0.0009,
	senior: 0.0005,
	manager: 0.0003,
	beginner: 0.3,
	pacer: 0.1,
	collector: 0.35,
};

/** The ids of the roles that one of the crowd picked or was given. */
export function rolesOfCrowd(random: Random, guild: WorldGuild): string[] {
	return guild.roles.filter((role) => random.chance(CHANCES[role.key] ?? 0)).map((role) => role.id);
}
