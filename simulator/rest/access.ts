import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Context } from "hono";
import { invalidField, missingAccess, missingPermissions, unknownChannel, unknownGuild } from "../errors";
import { requireBot } from "../identity";
import type { SimulatorState } from "../state";
import type { DirectChannel, Place } from "../state/core";
import { channelPermissions, guildPermissions, outranks, type PermissionName } from "../state/permissions";
import type { Actor, LivingGuild } from "../state/types";
import { snowflakeParam } from "./input";

/** The guild of the path. @throws DiscordError 404 when there is none, 403 when the bot is not in it */
export function botGuild(state: SimulatorState, context: Context, ...needed: PermissionName[]): LivingGuild {
	requireBot(state, context);
	const guild = state.guild(snowflakeParam(context, "guild_id"));
	if (!guild) throw unknownGuild();
	if (!guild.members.has(state.botId)) throw missingAccess();
	requirePermissions(guildPermissions(guild, state.botId), needed);
	return guild;
}

/**
 * The guild channel or thread of the path, with what the bot needs there.
 * @throws DiscordError 10003, 50001 where the bot does not see it, 50013
 */
export function botPlace(state: SimulatorState, context: Context, ...needed: PermissionName[]): Place {
	requireBot(state, context);
	const place = state.core.place(snowflakeParam(context, "channel_id"));
	if (!place.guild.members.has(state.botId)) throw missingAccess();
	const held = channelPermissions(place.guild, place.channel, state.botId);
	if ((held & PermissionFlagsBits.ViewChannel) === 0n) throw missingAccess();
	requirePermissions(held, needed);
	return place;
}

/** Where the bot reads or writes messages: a place in a guild, or a direct conversation. */
export function botConversation(
	state: SimulatorState,
	context: Context,
	...needed: PermissionName[]
): Place | DirectChannel {
	requireBot(state, context);
	const channelId = snowflakeParam(context, "channel_id");
	const direct = [...state.core.direct.values()].find(({ id }) => id === channelId);
	return direct ?? botPlace(state, context, ...needed);
}

/** The id of a place or a direct conversation. */
export function conversationId(where: Place | DirectChannel): string {
	return "userId" in where ? where.id : (where.thread?.fields.id ?? where.channel.id);
}

export const isDirect = (where: Place | DirectChannel): where is DirectChannel => "userId" in where;

function requirePermissions(held: bigint, needed: PermissionName[]): void {
	for (const name of needed) {
		if ((held & PermissionFlagsBits[name]) === 0n) throw missingPermissions();
	}
}

/** @throws DiscordError 50013 when the bot lacks one */
export function requireInGuild(state: SimulatorState, guild: LivingGuild, ...needed: PermissionName[]): void {
	requirePermissions(guildPermissions(guild, state.botId), needed);
}

/** @throws DiscordError 50013 when the bot does not stand above somebody */
export function requireAbove(state: SimulatorState, guild: LivingGuild, userId: string): void {
	if (userId === guild.settings.owner_id || !outranks(guild, state.botId, userId)) throw missingPermissions();
}

/** The bot as the one who does something, with the reason it gave. @throws DiscordError 50035 */
export function botActor(state: SimulatorState, context: Context): Actor {
	const header = context.req.header("x-audit-log-reason");
	if (!header) return { userId: state.botId };
	const reason = decoded(header);
	if (reason.length > 512) {
		throw invalidField("reason", "BASE_TYPE_MAX_LENGTH", "Must be 512 or fewer in length.");
	}
	return { userId: state.botId, reason };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** @throws DiscordError 10003 for a channel of another guild */
export function requireChannel(guild: LivingGuild, channelId: string): void {
	if (!guild.channels.has(channelId)) throw unknownChannel();
}
