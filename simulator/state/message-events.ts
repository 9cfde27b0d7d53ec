import type { APIBaseMessage, APIReaction, GatewayMessageEventExtraFields } from "discord-api-types/v10";
import type { Core } from "./core";
import type { LivingMessage } from "./types";

type Said = Omit<APIBaseMessage, "reactions"> & GatewayMessageEventExtraFields;

/** A message as the gateway sends it: with the guild and the author's membership. */
export function messageEvent(core: Core, { fields, guildId }: LivingMessage): Said {
	if (guildId === null) return { ...fields, channel_type: 1 };
	const member = fields.webhook_id ? undefined : core.guilds.get(guildId)?.members.get(fields.author.id);
	if (!member) return { ...fields, guild_id: guildId };
	const { user: _, ...rest } = member;
	return { ...fields, guild_id: guildId, member: rest };
}

/** Changes fields of a message and sends all of it, as Discord does now. */
export function editMessage(
	core: Core,
	message: LivingMessage,
	patch: Partial<LivingMessage["fields"]>,
): void {
	message.fields = { ...message.fields, ...patch };
	const reactions = reactionList(core, message);
	core.stream.emit("MESSAGE_UPDATE", message.guildId, {
		...messageEvent(core, message),
		...(reactions.length > 0 && { reactions }),
	});
}

/** The counts of each reaction, and whether the bot is among them. */
export function reactionList(core: Core, { reactions }: LivingMessage): APIReaction[] {
	return [...reactions.values()].map(({ emoji, users, burstUsers }) => ({
		emoji,
		count: users.size + burstUsers.size,
		count_details: { normal: users.size, burst: burstUsers.size },
		me: users.has(core.botId),
		me_burst: burstUsers.has(core.botId),
		burst_me: burstUsers.has(core.botId),
		burst_count: burstUsers.size,
		burst_colors: burstUsers.size > 0 ? ["#F47FFF"] : [],
	}));
}
