import { GatewayIntentBits } from "discord-api-types/v10";
import type { Dispatch, DispatchName } from "../state/stream";

/** Every bit that means something. */
export const knownIntents = Object.values(GatewayIntentBits).reduce<number>(
	(sum, bit) => (typeof bit === "number" ? sum | bit : sum),
	0,
);

const { Guilds, GuildMembers, GuildModeration, GuildExpressions, GuildIntegrations } = GatewayIntentBits;
const { GuildWebhooks, GuildInvites, GuildVoiceStates, GuildScheduledEvents } = GatewayIntentBits;

/** What a session must have asked for by the beginning of the event's name, the longest match deciding. */
const byPrefix: readonly (readonly [prefix: string, inGuilds: number, outside: number])[] = (
	[
		["GUILD_", Guilds, 0],
		["GUILD_MEMBER_", GuildMembers, 0],
		["GUILD_BAN_", GuildModeration, 0],
		["GUILD_AUDIT_LOG_", GuildModeration, 0],
		["GUILD_EMOJIS_", GuildExpressions, 0],
		["GUILD_STICKERS_", GuildExpressions, 0],
		["GUILD_SOUNDBOARD_", GuildExpressions, 0],
		["GUILD_INTEGRATIONS_", GuildIntegrations, 0],
		["GUILD_SCHEDULED_EVENT_", GuildScheduledEvents, 0],
		["INTEGRATION_", GuildIntegrations, 0],
		["CHANNEL_", Guilds, 0],
		["CHANNEL_PINS_", Guilds, GatewayIntentBits.DirectMessages],
		["THREAD_", Guilds, 0],
		["STAGE_", Guilds, 0],
		["WEBHOOKS_", GuildWebhooks, 0],
		["INVITE_", GuildInvites, 0],
		["VOICE_", GuildVoiceStates, 0],
		["PRESENCE_", GatewayIntentBits.GuildPresences, 0],
		["MESSAGE_", GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
		["MESSAGE_REACTION_", GatewayIntentBits.GuildMessageReactions, GatewayIntentBits.DirectMessageReactions],
		["MESSAGE_POLL_", GatewayIntentBits.GuildMessagePolls, GatewayIntentBits.DirectMessagePolls],
		["TYPING_", GatewayIntentBits.GuildMessageTyping, GatewayIntentBits.DirectMessageTyping],
	] as const
).toSorted((one, other) => other[0].length - one[0].length);

const needed = new Map<string, readonly [inGuilds: number, outside: number]>();

/** The bits of which a session needs all to hear of an event; 0 for events that everybody gets. */
function intentsFor(name: DispatchName, guildId: string | null): number {
	let pair = needed.get(name);
	if (!pair) {
		const found = byPrefix.find(([prefix]) => name.startsWith(prefix));
		pair = found ? [found[1], found[2]] : [0, 0];
		needed.set(name, pair);
	}
	return guildId === null ? pair[1] : pair[0];
}

/** Whether a session with these intents hears of an event. */
export function hears(intents: number, { name, guildId }: Dispatch): boolean {
	const bits = intentsFor(name, guildId);
	return (intents & bits) === bits;
}

/** Whether a message must lose its content for a session without that intent: not the bot's own, not one to it. */
export function isSecret({ name, guildId, data }: Dispatch, botId: string): boolean {
	if (guildId === null || (name !== "MESSAGE_CREATE" && name !== "MESSAGE_UPDATE")) return false;
	const { author, mentions } = data as Message;
	return author?.id !== botId && !mentions?.some((user) => user.id === botId);
}

type Message = { author?: { id: string }; mentions?: { id: string }[] };

/** A message as a session without the message-content intent gets it. */
export function withoutContent(data: object): object {
	const { poll: _, ...rest } = data as { poll?: unknown };
	return { ...rest, content: "", embeds: [], attachments: [], components: [] };
}
