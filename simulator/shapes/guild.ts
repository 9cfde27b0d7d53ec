import type { WorldGuild, WorldRole } from "@/prisma/seed/world/types";

/** A role. */
export function roleShape(role: WorldRole) {
	return {
		id: role.id,
		name: role.name,
		description: null,
		permissions: role.permissions,
		position: role.position,
		color: role.color,
		colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
		hoist: role.hoist,
		managed: role.managed,
		mentionable: role.mentionable,
		icon: null,
		unicode_emoji: role.unicodeEmoji,
		flags: 0,
		...(role.tags && { tags: role.tags }),
	};
}

/** A guild in the list of someone who is in it. */
export function partialGuildShape(
	guild: WorldGuild,
	who: { id: string; permissions: string },
	counts: boolean,
) {
	return {
		id: guild.id,
		name: guild.name,
		icon: guild.icon,
		banner: null,
		owner: guild.ownerId === who.id,
		permissions: who.permissions,
		features: guild.features,
		...(counts && countsShape(guild)),
	};
}

/** A guild as the bot in it sees it. */
export function guildShape(guild: WorldGuild, counts: boolean) {
	return {
		...identityShape(guild),
		...settingsShape(guild),
		roles: guild.roles.map(roleShape),
		emojis: guild.emojis.map((emoji) => ({
			id: emoji.id,
			name: emoji.name,
			roles: emoji.roleIds,
			require_colons: true,
			managed: false,
			animated: emoji.animated,
			available: true,
		})),
		stickers: guild.stickers.map((sticker) => ({
			...sticker,
			type: 2,
			format_type: 1,
			available: true,
			guild_id: guild.id,
		})),
		...(counts && countsShape(guild)),
	};
}

const countsShape = (guild: WorldGuild) => ({
	approximate_member_count: guild.memberCount,
	approximate_presence_count: guild.presenceCount,
});

function identityShape(guild: WorldGuild) {
	return {
		id: guild.id,
		name: guild.name,
		icon: guild.icon,
		description: guild.description,
		home_header: null,
		splash: null,
		discovery_splash: null,
		banner: null,
		features: guild.features,
		owner_id: guild.ownerId,
		application_id: null,
		vanity_url_code: null,
		region: "deprecated",
	};
}

/** Settings the population does not vary: Discord's own defaults for a new guild. */
function settingsShape(guild: WorldGuild) {
	const channel = (key: string) => guild.channels.find((candidate) => candidate.key === key)?.id ?? null;
	return {
		afk_channel_id: null,
		afk_timeout: 300,
		system_channel_id: channel("welcome"),
		system_channel_flags: 0,
		widget_enabled: false,
		widget_channel_id: null,
		verification_level: 2,
		default_message_notifications: 1,
		mfa_level: 0,
		explicit_content_filter: 2,
		max_presences: null,
		max_members: 500_000,
		max_stage_video_channel_users: 50,
		max_video_channel_users: 25,
		premium_tier: guild.premiumTier,
		premium_subscription_count: guild.boosts,
		preferred_locale: guild.preferredLocale,
		rules_channel_id: channel("rules"),
		safety_alerts_channel_id: null,
		public_updates_channel_id: null,
		premium_progress_bar_enabled: false,
		nsfw: false,
		nsfw_level: 0,
		incidents_data: null,
	};
}
