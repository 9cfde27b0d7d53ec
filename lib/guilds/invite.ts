import "server-only";
import { permissionMask } from "@/lib/discord/permissions";
import { env } from "@/lib/env";

/** What the bot asks for when it is added: to see, to answer, and to carry out moderation. */
const NEEDED = permissionMask([
	"VIEW_CHANNEL",
	"VIEW_AUDIT_LOG",
	"SEND_MESSAGES",
	"SEND_MESSAGES_IN_THREADS",
	"EMBED_LINKS",
	"READ_MESSAGE_HISTORY",
	"MANAGE_MESSAGES",
	"MANAGE_ROLES",
	"KICK_MEMBERS",
	"BAN_MEMBERS",
	"MODERATE_MEMBERS",
]);

/**
 * Discord's page that adds the bot to one server.
 * @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteUrl(guildId: string): string {
	const url = new URL(env().DISCORD_AUTHORIZE_URL);
	url.search = new URLSearchParams({
		client_id: env().DISCORD_CLIENT_ID,
		scope: "bot applications.commands",
		permissions: NEEDED.toString(),
		guild_id: guildId,
		disable_guild_select: "true",
	}).toString();
	return url.toString();
}
