import type { GatewayDispatchEvents } from "discord-api-types/v10";

/** An event that is taken and leaves no row, on purpose. */
export type Ignored = { ignored: string };

const noTable = (what: string): Ignored => ({ ignored: `no table keeps ${what}` });
const passing: Ignored = { ignored: "says what is so for a moment; nothing is kept of it" };

/** Events that leave no row, with the reason. */
export const ignoredEvents = {
	RESUMED: { ignored: "the gateway's own: the missed events came before it" },
	RATE_LIMITED: { ignored: "the gateway's own: the request is sent again" },
	GUILD_INTEGRATIONS_UPDATE: noTable("integrations"),
	INTEGRATION_CREATE: noTable("integrations; the audit log tells who added one"),
	INTEGRATION_UPDATE: noTable("integrations"),
	INTEGRATION_DELETE: noTable("integrations; the audit log tells who removed one"),
	APPLICATION_COMMAND_PERMISSIONS_UPDATE: noTable("who may use a command"),
	AUTO_MODERATION_RULE_CREATE: noTable("rules; the audit log tells who made one"),
	AUTO_MODERATION_RULE_UPDATE: noTable("rules; the audit log tells who changed one"),
	AUTO_MODERATION_RULE_DELETE: noTable("rules; the audit log tells who removed one"),
	AUTO_MODERATION_ACTION_EXECUTION: { ignored: "comes again as an entry of the audit log, with an id" },
	THREAD_MEMBER_UPDATE: noTable("which threads the bot itself is in"),
	STAGE_INSTANCE_CREATE: noTable("what a stage is about"),
	STAGE_INSTANCE_UPDATE: noTable("what a stage is about"),
	STAGE_INSTANCE_DELETE: noTable("what a stage is about"),
	GUILD_SOUNDBOARD_SOUND_CREATE: noTable("sounds"),
	GUILD_SOUNDBOARD_SOUND_UPDATE: noTable("sounds"),
	GUILD_SOUNDBOARD_SOUND_DELETE: noTable("sounds"),
	GUILD_SOUNDBOARD_SOUNDS_UPDATE: noTable("sounds"),
	SOUNDBOARD_SOUNDS: noTable("sounds"),
	MESSAGE_POLL_VOTE_ADD: noTable("who voted; the message holds the poll and its result"),
	MESSAGE_POLL_VOTE_REMOVE: noTable("who voted; the message holds the poll and its result"),
	ENTITLEMENT_CREATE: noTable("what people bought from Discord"),
	ENTITLEMENT_UPDATE: noTable("what people bought from Discord"),
	ENTITLEMENT_DELETE: noTable("what people bought from Discord"),
	SUBSCRIPTION_CREATE: noTable("what people bought from Discord"),
	SUBSCRIPTION_UPDATE: noTable("what people bought from Discord"),
	SUBSCRIPTION_DELETE: noTable("what people bought from Discord"),
	PRESENCE_UPDATE: passing,
	TYPING_START: passing,
	CHANNEL_INFO: passing,
	VOICE_CHANNEL_EFFECT_SEND: passing,
	VOICE_CHANNEL_STATUS_UPDATE: passing,
	VOICE_CHANNEL_START_TIME_UPDATE: passing,
	VOICE_SERVER_UPDATE: { ignored: "the address for speaking oneself; the worker does not" },
} satisfies Partial<Record<GatewayDispatchEvents, Ignored>>;
