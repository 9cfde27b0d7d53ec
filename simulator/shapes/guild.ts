import type { APIEmoji, APIRole, APISticker, GuildFeature, Locale } from "discord-api-types/v10";
import type { WorldEmoji, WorldGuild, WorldRole, WorldSticker } from "@/prisma/seed/world/types";
import type { GuildSettings, LivingGuild } from "../state/types";
import { noFlags } from "./user";

/** A role. */
export function roleShape(role: WorldRole): APIRole {
	return {
		id: role.id,
		name: role.name,
		permissions: role.permissions,
		position: role.position,
		color: role.color,
		colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
		hoist: role.hoist,
		managed: role.managed,
		mentionable: role.mentionable,
		icon: null,
		unicode_emoji: role.unicodeEmoji,
		flags: noFlags,
		...(role.tags && { tags: role.tags }),
	};
}

/** Discord's REST also says a role's description, which nothing sets. */
export const roleAnswer = (role: APIRole) => ({ description: null, ...role });

/** An emoji of a guild. */
export const emojiShape = (emoji: WorldEmoji): APIEmoji => ({
	id: emoji.id,
	name: emoji.name,
	roles: emoji.roleIds,
	require_colons: true,
	managed: false,
	animated: emoji.animated,
	available: true,
});

/** A sticker of a guild. */
export const stickerShape = (sticker: WorldSticker, guildId: string): APISticker => ({
	...sticker,
	type: 2,
	format_type: 1,
	available: true,
	guild_id: guildId,
});

/** A guild in the list of someone who is in it. */
export function partialGuildShape(
	guild: LivingGuild,
	who: { id: string; permissions: string },
	counts: boolean,
) {
	return {
		id: guild.id,
		name: guild.settings.name,
		icon: guild.settings.icon,
		banner: guild.settings.banner,
		owner: guild.settings.owner_id === who.id,
		permissions: who.permissions,
		features: guild.settings.features,
		...(counts && countsShape(guild)),
	};
}

/** A guild as the bot in it sees it. */
export function guildShape(guild: LivingGuild) {
	return {
		...guild.settings,
		roles: [...guild.roles.values()].map(roleAnswer),
		emojis: [...guild.emojis.values()],
		stickers: [...guild.stickers.values()],
	};
}

/** How many are in a guild, and how many of them are there now. */
export const countsShape = (guild: LivingGuild) => ({
	approximate_member_count: memberCount(guild),
	approximate_presence_count: guild.online,
});

/** How many members a guild has, the unknown ones of other people's guilds counted. */
export const memberCount = (guild: LivingGuild): number =>
	guild.complete ? guild.members.size : guild.statedMembers;

/** A guild's own fields as the population describes them; the rest is Discord's default for a new guild. */
export function settingsShape(guild: WorldGuild): GuildSettings {
	const channel = (key: string) => guild.channels.find((candidate) => candidate.key === key)?.id ?? null;
	const community = guild.features.includes("COMMUNITY");
	return {
		...defaults,
		id: guild.id,
		name: guild.name,
		icon: guild.icon,
		description: guild.description,
		features: guild.features as GuildFeature[],
		owner_id: guild.ownerId,
		system_channel_id: channel("welcome"),
		premium_tier: guild.premiumTier,
		premium_subscription_count: guild.boosts,
		preferred_locale: guild.preferredLocale as Locale,
		rules_channel_id: channel("rules"),
		public_updates_channel_id: channel("staff-room"),
		verification_level: community ? 2 : 1,
		explicit_content_filter: community ? 2 : 0,
		mfa_level: guild.key === "harbor" ? 1 : 0,
	};
}

type Described =
	| "id"
	| "name"
	| "icon"
	| "description"
	| "features"
	| "owner_id"
	| "system_channel_id"
	| "premium_tier"
	| "premium_subscription_count"
	| "preferred_locale"
	| "rules_channel_id"
	| "public_updates_channel_id"
	| "verification_level"
	| "explicit_content_filter"
	| "mfa_level";

const defaults: Omit<GuildSettings, Described> = {
	home_header: null,
	splash: null,
	discovery_splash: null,
	banner: null,
	application_id: null,
	vanity_url_code: null,
	region: "deprecated",
	afk_channel_id: null,
	afk_timeout: 300,
	system_channel_flags: noFlags,
	widget_enabled: false,
	widget_channel_id: null,
	default_message_notifications: 1,
	max_presences: null,
	max_members: 500_000,
	max_stage_video_channel_users: 50,
	max_video_channel_users: 25,
	safety_alerts_channel_id: null,
	premium_progress_bar_enabled: false,
	nsfw: false,
	nsfw_level: 0,
	hub_type: null,
	incidents_data: null,
};
