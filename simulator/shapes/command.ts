import { type CommandSpec, commandId } from "@/prisma/seed/population/commands";
import type { World } from "@/prisma/seed/world/types";

const typeNumber = { chat_input: 1, user: 2, message: 3 } as const satisfies Record<
	CommandSpec["kind"],
	number
>;

/** A registered application command. */
export function commandShape(world: World, command: CommandSpec, clientId: string) {
	const id = commandId(world, command);
	const guild = world.guilds.find((candidate) => candidate.key === command.guild);
	return {
		id,
		application_id: clientId,
		version: id,
		type: typeNumber[command.kind],
		name: command.name,
		name_localizations: null,
		description: command.description,
		description_localizations: null,
		default_member_permissions: command.permissions,
		nsfw: false,
		...(guild
			? { guild_id: guild.id }
			: { dm_permission: false, contexts: [guildContext], integration_types: [guildInstall] }),
		...(command.kind === "chat_input" && { options: command.options.map((option) => ({ ...option })) }),
	};
}

/** Discord's numbers for "used in a server" and "installed to a server". */
const guildContext = 0;
const guildInstall = 0;
