import type {
	APIAuditLogEntry,
	APIEmoji,
	APIGuild,
	APIGuildMember,
	APIGuildScheduledEvent,
	APIMessage,
	APIOverwrite,
	APIRole,
	APISticker,
	APIThreadMember,
	APIThreadMetadata,
	APIUser,
	APIVoiceState,
	APIWebhook,
	GatewayInviteCreateDispatchData,
} from "discord-api-types/v10";
import type { WorldForumTag } from "@/prisma/seed/world/types";

/** Who does something, and what they say about it (`X-Audit-Log-Reason`). */
export type Actor = { userId: string; reason?: string | null };

/** A guild's own fields, without what it contains. */
export type GuildSettings = Omit<
	APIGuild,
	"roles" | "emojis" | "stickers" | "approximate_member_count" | "approximate_presence_count"
> & { home_header: string | null; nsfw: boolean };

/** A channel of a guild as Discord sends one; which fields it has depends on its type. */
export type LivingChannel = {
	id: string;
	type: number;
	guild_id: string;
	name: string;
	position: number;
	parent_id: string | null;
	flags: number;
	permission_overwrites: APIOverwrite[];
	nsfw?: boolean;
	rate_limit_per_user?: number;
	last_message_id?: string | null;
	last_pin_timestamp?: string | null;
	topic?: string | null;
	bitrate?: number | null;
	user_limit?: number;
	rtc_region?: string | null;
	available_tags?: (WorldForumTag & { emoji_id: string | null })[];
	default_reaction_emoji?: null;
	default_sort_order?: null;
	default_forum_layout?: number;
};

/** A thread as Discord sends one. */
export type ThreadFields = {
	id: string;
	type: number;
	guild_id: string;
	parent_id: string;
	name: string;
	owner_id: string;
	last_message_id: string | null;
	rate_limit_per_user: number;
	/** The counts are unknown of threads from before the simulated Discord began. */
	message_count?: number;
	total_message_sent?: number;
	member_count?: number;
	flags: number;
	applied_tags: string[];
	thread_metadata: APIThreadMetadata;
};

export type LivingThread = {
	fields: ThreadFields;
	members: Map<string, Required<Pick<APIThreadMember, "id" | "user_id" | "join_timestamp" | "flags">>>;
};

export type LivingReaction = { emoji: APIEmoji; users: Set<string>; burstUsers: Set<string> };

/** A message with its reactions apart; a deleted one stays, so that a dump can tell what was deleted. */
export type LivingMessage = {
	fields: Omit<APIMessage, "reactions">;
	guildId: string | null;
	reactions: Map<string, LivingReaction>;
	/** ISO time, null while it is there. */
	deletedAt: string | null;
};

export type LivingBan = { user: APIUser; reason: string | null };
export type LivingScheduledEvent = { fields: APIGuildScheduledEvent; users: Set<string> };
export type LivingInvite = Omit<GatewayInviteCreateDispatchData, "uses"> & { guild_id: string; uses: number };
export type LivingVoiceState = Omit<APIVoiceState, "member"> & { guild_id: string; channel_id: string };
/** One use of a command, button, menu or dialog. */
export type LivingInteraction = {
	id: string;
	token: string;
	type: number;
	userId: string;
	channelId: string;
	/** The command's name; null for components and dialogs. */
	name: string | null;
	commandId: string | null;
	customId: string | null;
};
export type LivingWebhook = APIWebhook & { guild_id: string; channel_id: string };
export type LivingMember = APIGuildMember & {
	joined_at: string;
	nick: string | null;
	avatar: string | null;
	banner: string | null;
	premium_since: string | null;
	communication_disabled_until: string | null;
	pending: boolean;
};

/** A guild and everything in it, kept in Discord's shapes. */
export type LivingGuild = {
	readonly id: string;
	/** The world's name for it. */
	readonly key: string;
	settings: GuildSettings;
	/** Whether its members are all known; of others only a few are, and the count is the world's. */
	readonly complete: boolean;
	readonly statedMembers: number;
	readonly online: number;
	readonly roles: Map<string, APIRole>;
	readonly channels: Map<string, LivingChannel>;
	readonly threads: Map<string, LivingThread>;
	readonly members: Map<string, LivingMember>;
	readonly bans: Map<string, LivingBan>;
	readonly emojis: Map<string, APIEmoji>;
	readonly stickers: Map<string, APISticker>;
	readonly voice: Map<string, LivingVoiceState>;
	readonly events: Map<string, LivingScheduledEvent>;
	readonly invites: Map<string, LivingInvite>;
	readonly webhooks: Map<string, LivingWebhook>;
	/** What people asked the bot, oldest first. */
	readonly interactions: LivingInteraction[];
	/** Permission bits that a test gave somebody in place of what their roles give. */
	readonly overrides: Map<string, string>;
	/** Oldest first. */
	readonly audit: APIAuditLogEntry[];
};
