import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { bits, flag, text } from "@/bot/events/decode";
import { commandKinds } from "@/bot/events/interactions";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** Where commands are filed that work everywhere. */
export const everywhere = "0";

const command = z
	.object({
		id: snowflake,
		type: z.int().min(1).default(1),
		name: text,
		name_localizations: z.unknown().optional(),
		description: text.nullish(),
		description_localizations: z.unknown().optional(),
		options: z.unknown().optional(),
		default_member_permissions: bits.nullish(),
		dm_permission: flag.nullish(),
		nsfw: flag.nullish(),
		version: snowflake,
	})
	.transform(({ type, ...told }) => ({
		...told,
		command_type: commandKinds[type] ?? `unknown_${type}`,
		name_localizations: told.name_localizations ?? null,
		description: told.description ?? null,
		description_localizations: told.description_localizations ?? null,
		options: told.options ?? null,
		default_member_permissions: told.default_member_permissions ?? null,
		dm_permission: told.dm_permission ?? true,
		nsfw: told.nsfw ?? false,
	}));

/** Reads which commands the application has registered for a guild, or `everywhere`. @returns how many */
export async function readCommands(reach: Reach, guildId: string): Promise<number> {
	const { applicationId } = reach;
	const route =
		guildId === everywhere
			? Routes.applicationCommands(applicationId)
			: Routes.applicationGuildCommands(applicationId, guildId);
	const commands = wellFormed(command, await read(reach, route, { with_localizations: "true" }));
	await tell(reach.scope, guildId, (tables) => tables.commands.list(guildId, applicationId, commands));
	return commands.length;
}
