import { wordOf } from "./word-of";

/**
 * Discord's number for each kind of message and the text name the database stores.
 * Numbers from 30 on came after the names of the schema's document and continue in its style.
 */
const numbers = {
	regular: 0,
	recipient_add: 1,
	recipient_remove: 2,
	call: 3,
	channel_name_change: 4,
	channel_icon_change: 5,
	channel_pinned_message: 6,
	guild_member_join: 7,
	user_premium_guild_subscription: 8,
	user_premium_guild_subscription_tier_1: 9,
	user_premium_guild_subscription_tier_2: 10,
	user_premium_guild_subscription_tier_3: 11,
	channel_follow_add: 12,
	guild_discovery_disqualified: 14,
	guild_discovery_requalified: 15,
	guild_discovery_grace_period_initial_warning: 16,
	guild_discovery_grace_period_final_warning: 17,
	thread_created: 18,
	reply: 19,
	chat_input_command: 20,
	thread_starter_message: 21,
	guild_invite_reminder: 22,
	context_menu_command: 23,
	auto_moderation_action: 24,
	role_subscription_purchase: 25,
	interaction_premium_upsell: 26,
	stage_start: 27,
	stage_end: 28,
	stage_speaker: 29,
	stage_raise_hand: 30,
	stage_topic: 31,
	guild_application_premium_subscription: 32,
	guild_incident_alert_mode_enabled: 36,
	guild_incident_alert_mode_disabled: 37,
	guild_incident_report_raid: 38,
	guild_incident_report_false_alarm: 39,
	purchase_notification: 44,
	poll_result: 46,
} as const;

export type MessageTypeName = keyof typeof numbers;

export const messageTypeNames = Object.keys(numbers) as MessageTypeName[];

const names: Partial<Record<number, MessageTypeName>> = Object.fromEntries(
	messageTypeNames.map((name) => [numbers[name], name]),
);

/** What people and bots wrote; everything else is Discord reporting what happened. */
const written = new Set<string>([
	"regular",
	"reply",
	"chat_input_command",
	"context_menu_command",
	"thread_starter_message",
	"auto_moderation_action",
] satisfies MessageTypeName[]);

/** Whether the text is a message type this table knows. */
export function isMessageTypeName(name: string): name is MessageTypeName {
	return Object.hasOwn(numbers, name);
}

/** The stored name of a Discord number; a number that Discord added later becomes `unknown_<n>`. */
export function messageTypeName(number: number): MessageTypeName | `unknown_${number}` {
	return wordOf(names, number);
}

/** Whether Discord wrote it ("Ana joined"). A type nobody knows is shown with its content, so it is not. */
export function isSystemMessage(name: string): name is MessageTypeName {
	return isMessageTypeName(name) && !written.has(name);
}
