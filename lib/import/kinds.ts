/**
 * The exporter's names of Discord's enumerations in the words of the tables. A name that is not here is kept, in the
 * same spelling as the others: Discord adds values, and the exporter writes the number of those that it does not know.
 */

const channelTypes: Record<string, string> = {
	GuildTextChat: "guild_text",
	DirectTextChat: "dm",
	GuildVoiceChat: "guild_voice",
	DirectGroupTextChat: "group_dm",
	GuildCategory: "guild_category",
	GuildNews: "guild_announcement",
	GuildStore: "guild_store",
	GuildNewsThread: "announcement_thread",
	GuildPublicThread: "public_thread",
	GuildPrivateThread: "private_thread",
	GuildStageVoice: "guild_stage_voice",
	GuildDirectory: "guild_directory",
	GuildForum: "guild_forum",
	GuildMedia: "guild_media",
};

const channelNumbers = [
	"guild_text",
	"dm",
	"guild_voice",
	"group_dm",
	"guild_category",
	"guild_announcement",
	"guild_store",
	"",
	"",
	"",
	"announcement_thread",
	"public_thread",
	"private_thread",
	"guild_stage_voice",
	"guild_directory",
	"guild_forum",
	"guild_media",
];

const messageNumbers = [
	"regular",
	"recipient_add",
	"recipient_remove",
	"call",
	"channel_name_change",
	"channel_icon_change",
	"channel_pinned_message",
	"guild_member_join",
	"user_premium_guild_subscription",
	"user_premium_guild_subscription_tier_1",
	"user_premium_guild_subscription_tier_2",
	"user_premium_guild_subscription_tier_3",
	"channel_follow_add",
	"",
	"guild_discovery_disqualified",
	"guild_discovery_requalified",
	"guild_discovery_grace_period_initial_warning",
	"guild_discovery_grace_period_final_warning",
	"thread_created",
	"reply",
	"chat_input_command",
	"thread_starter_message",
	"guild_invite_reminder",
	"context_menu_command",
	"auto_moderation_action",
	"role_subscription_purchase",
	"interaction_premium_upsell",
	"stage_start",
	"stage_end",
	"stage_speaker",
	"",
	"stage_topic",
	"guild_application_premium_subscription",
];

const messageTypes: Record<string, string> = {
	Default: "regular",
	RecipientAdd: "recipient_add",
	RecipientRemove: "recipient_remove",
	Call: "call",
	ChannelNameChange: "channel_name_change",
	ChannelIconChange: "channel_icon_change",
	ChannelPinnedMessage: "channel_pinned_message",
	GuildMemberJoin: "guild_member_join",
	ThreadCreated: "thread_created",
	Reply: "reply",
};

function known(name: string, names: Record<string, string>, numbers: readonly string[]): string {
	if (Object.hasOwn(names, name)) return names[name] ?? name;
	return (/^\d{1,2}$/.test(name) && numbers[Number(name)]) || tableWord(name);
}

/** A name as the tables' checks want it: `GuildHologram` becomes `guild_hologram`, `46` stays. */
function tableWord(name: string): string {
	const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
	return words.replace(/[^a-z0-9_]/g, "_").slice(0, 32) || "unknown";
}

/** `format_type` of a sticker for the exporter's format. */
export function stickerFormat(name: string): string {
	return known(name, {}, ["", "png", "apng", "lottie", "gif"]);
}

/** Discord's number of the exporter's reference type, or the name that it does not know. */
export function referenceType(name: string | null | undefined): number | string {
	if (!name || name === "Default") return 0;
	if (name === "Forward") return 1;
	return /^\d{1,4}$/.test(name) ? Number(name) : name;
}

/** `discord_channels.channel_type` for the exporter's channel type. */
export function channelType(name: string): string {
	return known(name, channelTypes, channelNumbers);
}

/** Whether a channel of this `channel_type` has a channel as its parent, and not a category. */
export function isThread(type: string): boolean {
	return type.endsWith("_thread");
}

/** `discord_messages.message_type` for the exporter's message type. */
export function messageType(name: string): string {
	return known(name, messageTypes, messageNumbers);
}
