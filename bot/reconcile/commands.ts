import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { bits, flag, text } from "@/bot/events/decode";
import { commandKinds } from "@/bot/events/interactions";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { wordOf } from "@/lib/discord/word-of";

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
		command_type: wordOf(commandKinds, type),
		name_localizations: told.name_localizations ?? null,
		description: told.description ?? null,
		description_localizations: told.description_localizations ?? null,
		options: told.options ?? null,
		default_member_permissions: told.default_member_permissions ?? null,
		dm_permission: told.dm_permission ?? true,
		nsfw: told.nsfw ?? false,
	}));

/** Reads which commands the application has registered for a guild, or for all (NO_GUILD). @returns how many */
export async function readCommands(reach: Reach, guildId: string): Promise<number> {
	const { applicationId } = reach;
	const route =
		guildId === NO_GUILD
			? Routes.applicationCommands(applicationId)
			: Routes.applicationGuildCommands(applicationId, guildId);
	const commands = wellFormed(command, await read(reach, route, { with_localizations: "true" }));
	await tell(reach.scope, guildId, (tables) => tables.commands.list(guildId, applicationId, commands));
	return commands.length;
}
