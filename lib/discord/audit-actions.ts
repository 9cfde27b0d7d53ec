/** What a filter groups the actions by. */
export const auditCategories = [
	"guild",
	"channel",
	"thread",
	"role",
	"member",
	"message",
	"invite",
	"webhook",
	"integration",
	"command",
	"emoji",
	"sticker",
	"soundboard",
	"event",
	"stage",
	"voice",
	"automod",
	"onboarding",
	"monetization",
] as const;
export type AuditCategory = (typeof auditCategories)[number];

/** What the entry's `target_id` is the id of. `none`: the action has no single target. */
export type AuditTarget =
	| "guild"
	| "channel"
	| "thread"
	| "role"
	| "user"
	| "invite"
	| "webhook"
	| "integration"
	| "command"
	| "emoji"
	| "sticker"
	| "sound"
	| "event"
	| "stage"
	| "rule"
	| "prompt"
	| "none"
	| "unknown";

/** Whether something came to be, changed or went; it picks the entry's sign. */
export type AuditEffect = "create" | "update" | "delete" | "other";

/** Discord's number, the group, what the target is, the effect. Source: resources/audit-log. */
const table = {
	GUILD_UPDATE: [1, "guild", "guild", "update"],
	CHANNEL_CREATE: [10, "channel", "channel", "create"],
	CHANNEL_UPDATE: [11, "channel", "channel", "update"],
	CHANNEL_DELETE: [12, "channel", "channel", "delete"],
	CHANNEL_OVERWRITE_CREATE: [13, "channel", "channel", "create"],
	CHANNEL_OVERWRITE_UPDATE: [14, "channel", "channel", "update"],
	CHANNEL_OVERWRITE_DELETE: [15, "channel", "channel", "delete"],
	MEMBER_KICK: [20, "member", "user", "delete"],
	MEMBER_PRUNE: [21, "member", "none", "delete"],
	MEMBER_BAN_ADD: [22, "member", "user", "delete"],
	MEMBER_BAN_REMOVE: [23, "member", "user", "create"],
	MEMBER_UPDATE: [24, "member", "user", "update"],
	MEMBER_ROLE_UPDATE: [25, "member", "user", "update"],
	MEMBER_MOVE: [26, "member", "none", "update"],
	MEMBER_DISCONNECT: [27, "member", "none", "delete"],
	BOT_ADD: [28, "member", "user", "create"],
	ROLE_CREATE: [30, "role", "role", "create"],
	ROLE_UPDATE: [31, "role", "role", "update"],
	ROLE_DELETE: [32, "role", "role", "delete"],
	INVITE_CREATE: [40, "invite", "invite", "create"],
	INVITE_UPDATE: [41, "invite", "invite", "update"],
	INVITE_DELETE: [42, "invite", "invite", "delete"],
	WEBHOOK_CREATE: [50, "webhook", "webhook", "create"],
	WEBHOOK_UPDATE: [51, "webhook", "webhook", "update"],
	WEBHOOK_DELETE: [52, "webhook", "webhook", "delete"],
	EMOJI_CREATE: [60, "emoji", "emoji", "create"],
	EMOJI_UPDATE: [61, "emoji", "emoji", "update"],
	EMOJI_DELETE: [62, "emoji", "emoji", "delete"],
	MESSAGE_DELETE: [72, "message", "user", "delete"],
	MESSAGE_BULK_DELETE: [73, "message", "channel", "delete"],
	MESSAGE_PIN: [74, "message", "user", "create"],
	MESSAGE_UNPIN: [75, "message", "user", "delete"],
	INTEGRATION_CREATE: [80, "integration", "integration", "create"],
	INTEGRATION_UPDATE: [81, "integration", "integration", "update"],
	INTEGRATION_DELETE: [82, "integration", "integration", "delete"],
	STAGE_INSTANCE_CREATE: [83, "stage", "stage", "create"],
	STAGE_INSTANCE_UPDATE: [84, "stage", "stage", "update"],
	STAGE_INSTANCE_DELETE: [85, "stage", "stage", "delete"],
	STICKER_CREATE: [90, "sticker", "sticker", "create"],
	STICKER_UPDATE: [91, "sticker", "sticker", "update"],
	STICKER_DELETE: [92, "sticker", "sticker", "delete"],
	GUILD_SCHEDULED_EVENT_CREATE: [100, "event", "event", "create"],
	GUILD_SCHEDULED_EVENT_UPDATE: [101, "event", "event", "update"],
	GUILD_SCHEDULED_EVENT_DELETE: [102, "event", "event", "delete"],
	THREAD_CREATE: [110, "thread", "thread", "create"],
	THREAD_UPDATE: [111, "thread", "thread", "update"],
	THREAD_DELETE: [112, "thread", "thread", "delete"],
	APPLICATION_COMMAND_PERMISSION_UPDATE: [121, "command", "command", "update"],
	SOUNDBOARD_SOUND_CREATE: [130, "soundboard", "sound", "create"],
	SOUNDBOARD_SOUND_UPDATE: [131, "soundboard", "sound", "update"],
	SOUNDBOARD_SOUND_DELETE: [132, "soundboard", "sound", "delete"],
	AUTO_MODERATION_RULE_CREATE: [140, "automod", "rule", "create"],
	AUTO_MODERATION_RULE_UPDATE: [141, "automod", "rule", "update"],
	AUTO_MODERATION_RULE_DELETE: [142, "automod", "rule", "delete"],
	AUTO_MODERATION_BLOCK_MESSAGE: [143, "automod", "user", "other"],
	AUTO_MODERATION_FLAG_TO_CHANNEL: [144, "automod", "user", "other"],
	AUTO_MODERATION_USER_COMMUNICATION_DISABLED: [145, "automod", "user", "other"],
	AUTO_MODERATION_QUARANTINE_USER: [146, "automod", "user", "other"],
	CREATOR_MONETIZATION_REQUEST_CREATED: [150, "monetization", "guild", "other"],
	CREATOR_MONETIZATION_TERMS_ACCEPTED: [151, "monetization", "guild", "other"],
	ONBOARDING_PROMPT_CREATE: [163, "onboarding", "prompt", "create"],
	ONBOARDING_PROMPT_UPDATE: [164, "onboarding", "prompt", "update"],
	ONBOARDING_PROMPT_DELETE: [165, "onboarding", "prompt", "delete"],
	ONBOARDING_CREATE: [166, "onboarding", "guild", "create"],
	ONBOARDING_UPDATE: [167, "onboarding", "guild", "update"],
	HOME_SETTINGS_CREATE: [190, "guild", "guild", "create"],
	HOME_SETTINGS_UPDATE: [191, "guild", "guild", "update"],
	VOICE_CHANNEL_STATUS_CREATE: [192, "voice", "channel", "create"],
	VOICE_CHANNEL_STATUS_DELETE: [193, "voice", "channel", "delete"],
} as const satisfies Record<string, readonly [number, AuditCategory, AuditTarget, AuditEffect]>;

export type AuditActionName = keyof typeof table;

export type AuditAction = {
	/** Discord's number. */
	number: number;
	/** Discord's name, or `UNKNOWN_<n>` for a number that came after this table. */
	name: AuditActionName | `UNKNOWN_${number}`;
	/** Null for an unknown action. */
	category: AuditCategory | null;
	target: AuditTarget;
	effect: AuditEffect;
};

export const auditActionNames = Object.keys(table) as AuditActionName[];

const byNumber = new Map<number, AuditActionName>(auditActionNames.map((name) => [table[name][0], name]));

/** Whether the text names an action of this table. */
export function isAuditActionName(name: string): name is AuditActionName {
	return Object.hasOwn(table, name);
}

/** The action with Discord's number; never fails, an unknown number is kept as `UNKNOWN_<n>`. */
export function auditAction(number: number): AuditAction {
	const name = byNumber.get(number);
	if (name === undefined) {
		return { number, name: `UNKNOWN_${number}`, category: null, target: "unknown", effect: "other" };
	}
	const [, category, target, effect] = table[name];
	return { number, name, category, target, effect };
}

/** Discord's number for a name, also for `UNKNOWN_<n>`; undefined for any other text. */
export function auditActionNumber(name: string): number | undefined {
	if (isAuditActionName(name)) {
		return table[name][0];
	}
	const unknown = /^UNKNOWN_(\d{1,5})$/.exec(name)?.[1];
	return unknown === undefined ? undefined : Number(unknown);
}

/** Discord's numbers of one group, for a filter. */
export function auditActionsIn(category: AuditCategory): number[] {
	return auditActionNames.filter((name) => table[name][1] === category).map((name) => table[name][0]);
}
