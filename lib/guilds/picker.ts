import type { MyGuild } from "./mine";

/** The picker's three groups: to open, bot gone, bot never there. */
export type PickerGroups = { open: MyGuild[]; left: MyGuild[]; invite: MyGuild[] };

/**
 * Sorts a person's servers into the picker's groups, keeping their order. A server that the bot left is still here with
 * its data; one that is only known from Discord is not stored.
 * @param query part of a name or the whole id; empty shows all
 */
export function sortIntoPicker(guilds: MyGuild[], query: string): PickerGroups {
	const wanted = query.trim().toLowerCase();
	const shown = guilds.filter(
		(guild) => wanted === "" || guild.name.toLowerCase().includes(wanted) || guild.id === wanted,
	);
	return {
		open: shown.filter((guild) => guild.botPresent),
		left: shown.filter((guild) => !guild.botPresent && guild.stored),
		invite: shown.filter((guild) => !guild.botPresent && !guild.stored),
	};
}
