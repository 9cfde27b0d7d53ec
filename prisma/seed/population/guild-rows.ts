import { snowflakeTime } from "../snowflake";
import type { WorldChannel, WorldGuild } from "../world/types";
import { at, json, type Row, type TableRows } from "./rows";
import type { ThreadDraft } from "./threads";

const DAY = 86_400_000;

function guildRow(guild: WorldGuild): Row {
	const channel = (key: string) => guild.channels.find((candidate) => candidate.key === key)?.id ?? null;
	const botRole = guild.roles.find((role) => role.key === "bot");
	return {
		id: guild.id,
		name: guild.name,
		icon: guild.icon,
		owner_id: guild.ownerId,
		features: guild.features,
		description: guild.description,
		member_count: guild.memberCount,
		approximate_member_count: guild.memberCount,
		approximate_presence_count: guild.presenceCount,
		afk_channel_id: null,
		afk_timeout: 300,
		system_channel_id: channel("welcome"),
		rules_channel_id: channel("rules"),
		public_updates_channel_id: channel("staff-room"),
		verification_level: guild.features.includes("COMMUNITY") ? 2 : 1,
		explicit_content_filter: guild.features.includes("COMMUNITY") ? 2 : 0,
		mfa_level: guild.key === "harbor" ? 1 : 0,
		default_message_notifications: 1,
		premium_tier: guild.premiumTier,
		premium_subscription_count: guild.boosts,
		max_members: 500_000,
		preferred_locale: guild.preferredLocale,
		large: guild.memberCount > 250,
		joined_at: guild.botJoinedAt === null ? null : at(guild.botJoinedAt),
		created_at: at(guild.createdAt),
		left_at: guild.botLeftAt === null ? null : at(guild.botLeftAt),
		bot_permissions: botRole?.permissions ?? "0",
		bot_active: guild.bot === "present",
		active: guild.bot === "present",
	};
}

function channelRow(guild: WorldGuild, channel: WorldChannel): Row {
	return {
		id: channel.id,
		guild_id: guild.id,
		name: channel.name,
		channel_type: channel.type,
		position: channel.position,
		topic: channel.topic,
		nsfw: channel.nsfw,
		rate_limit_per_user: channel.rateLimitPerUser,
		bitrate: channel.bitrate,
		user_limit: channel.userLimit,
		parent_id: channel.parentId,
		owner_id: null,
		archived: false,
		auto_archive_duration: null,
		archive_timestamp: null,
		locked: false,
		available_tags: channel.availableTags.length > 0 ? json(channel.availableTags) : null,
		applied_tags: null,
		created_at: at(snowflakeTime(channel.id)),
		bot_has_access: guild.bot === "present",
	};
}

function threadRow(guild: WorldGuild, thread: ThreadDraft): Row {
	return {
		...channelRow(guild, {
			...thread.parent,
			id: thread.id,
			type: thread.type as WorldChannel["type"],
			name: thread.name,
			parentId: thread.parent.id,
			topic: null,
			availableTags: [],
		}),
		position: null,
		owner_id: thread.owner.user.id,
		archived: thread.archived,
		auto_archive_duration: 10_080,
		archive_timestamp: thread.archived ? at(thread.busyUntil + 7 * DAY) : null,
		locked: thread.locked,
		applied_tags: thread.tagIds,
		created_at: at(thread.createdAt),
	};
}

function roleRow(guild: WorldGuild, role: WorldGuild["roles"][number]): Row {
	return {
		id: role.id,
		guild_id: guild.id,
		name: role.name,
		color: role.color,
		hoist: role.hoist,
		unicode_emoji: role.unicodeEmoji,
		position: role.position,
		permissions: role.permissions,
		managed: role.managed,
		mentionable: role.mentionable,
		tags: json(role.tags),
		created_at: at(snowflakeTime(role.id)),
	};
}

function overwriteRows(guild: WorldGuild, channel: WorldChannel): Row[] {
	return channel.overwrites.map(({ type, targetId, allow, deny }) => ({
		guild_id: guild.id,
		channel_id: channel.id,
		permission_type: type,
		target_id: targetId,
		allow,
		deny,
		created_at: at(snowflakeTime(channel.id)),
	}));
}

/** A server's own row and everything it consists of, people apart. Parents come before their children. */
export function guildTables(guild: WorldGuild, threads: readonly ThreadDraft[]): TableRows[] {
	const parents = guild.channels.filter((channel) => channel.parentId === null);
	const children = guild.channels.filter((channel) => channel.parentId !== null);
	return [
		{ table: "discord_guilds", rows: [guildRow(guild)] },
		{ table: "discord_roles", rows: guild.roles.map((role) => roleRow(guild, role)) },
		{
			table: "discord_channels",
			rows: [
				...[...parents, ...children].map((channel) => channelRow(guild, channel)),
				...threads.map((thread) => threadRow(guild, thread)),
			],
		},
		{
			table: "discord_channel_permissions",
			rows: guild.channels.flatMap((channel) => overwriteRows(guild, channel)),
		},
		...expressionTables(guild),
	];
}

function expressionTables(guild: WorldGuild): TableRows[] {
	const created = (id: string) => ({ creator_id: guild.ownerId, created_at: at(snowflakeTime(id)) });
	return [
		{
			table: "discord_emojis",
			rows: guild.emojis.map(({ id, name, animated }) => ({
				id,
				guild_id: guild.id,
				name,
				animated,
				...created(id),
			})),
		},
		{
			table: "discord_emoji_roles",
			rows: guild.emojis.flatMap(({ id, roleIds }) =>
				roleIds.map((roleId) => ({ guild_id: guild.id, emoji_id: id, role_id: roleId })),
			),
		},
		{
			table: "discord_stickers",
			rows: guild.stickers.map(({ id, name, description, tags }) => ({
				id,
				guild_id: guild.id,
				name,
				description,
				tags,
				sticker_type: "guild",
				format_type: "png",
				...created(id),
			})),
		},
	];
}
