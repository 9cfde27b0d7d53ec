/** Payloads of events that are not about messages, with everything that is optional. Made up. */

export const guildId = "510000000000000001";
const ids = {
	role: "520000000000000001",
	category: "530000000000000001",
	channel: "530000000000000002",
	voice: "530000000000000003",
	thread: "530000000000000004",
	person: "540000000000000001",
	other: "540000000000000002",
	emoji: "550000000000000001",
	sticker: "550000000000000002",
	event: "560000000000000001",
	message: "570000000000000001",
	application: "580000000000000001",
};
const moment = "2026-11-20T10:00:00.123456+00:00";

const user = {
	id: ids.person,
	username: "amber",
	discriminator: "0",
	global_name: "Amber",
	avatar: "a1",
	banner: "b1",
	accent_color: 1,
	bot: true,
	system: false,
	mfa_enabled: true,
	verified: true,
	premium_type: 2,
	flags: 64,
	public_flags: 64,
	locale: "de",
	email: null,
	avatar_decoration_data: { asset: "a", sku_id: ids.message },
};
const membership = {
	nick: "Amber of the hill",
	avatar: "m1",
	banner: "m2",
	roles: [ids.role],
	joined_at: moment,
	premium_since: moment,
	communication_disabled_until: moment,
	deaf: true,
	mute: true,
	pending: true,
	flags: 3,
	permissions: "8",
};
const member = { user, ...membership };
const role = {
	id: ids.role,
	name: "keeper",
	color: 7,
	colors: { primary_color: 7, secondary_color: null, tertiary_color: null },
	hoist: true,
	icon: "i",
	unicode_emoji: "🌲",
	position: 2,
	permissions: "8",
	managed: true,
	mentionable: true,
	tags: { bot_id: ids.person, premium_subscriber: null },
	flags: 1,
};
const channel = {
	id: ids.channel,
	type: 0,
	guild_id: guildId,
	name: "talk",
	position: 1,
	topic: "everything",
	nsfw: true,
	rate_limit_per_user: 5,
	bitrate: 64_000,
	user_limit: 9,
	rtc_region: "eu",
	video_quality_mode: 2,
	parent_id: ids.category,
	owner_id: ids.person,
	default_auto_archive_duration: 60,
	available_tags: [{ id: ids.message, name: "tag", moderated: false, emoji_id: null, emoji_name: "🌲" }],
	default_reaction_emoji: { emoji_id: null, emoji_name: "🌲" },
	default_thread_rate_limit_per_user: 3,
	default_sort_order: 1,
	default_forum_layout: 2,
	flags: 16,
	icon: "c",
	last_message_id: ids.message,
	last_pin_timestamp: moment,
	permission_overwrites: [{ id: ids.role, type: 0, allow: "8", deny: "1024" }],
};
const thread = {
	...{
		id: ids.thread,
		type: 11,
		guild_id: guildId,
		parent_id: ids.channel,
		owner_id: ids.person,
		name: "aside",
	},
	...{ message_count: 3, member_count: 2, total_message_sent: 4, rate_limit_per_user: 0, flags: 2 },
	...{ applied_tags: [ids.message], last_message_id: ids.message, newly_created: true },
	thread_metadata: {
		...{ archived: true, auto_archive_duration: 60, archive_timestamp: moment, locked: true },
		...{ invitable: true, create_timestamp: moment },
	},
	member: { id: ids.thread, user_id: ids.person, join_timestamp: moment, flags: 1 },
};
const emoji = {
	...{ id: ids.emoji, name: "leaf", roles: [ids.role], user, animated: true, managed: true },
	...{ require_colons: true, available: true },
};
const sticker = {
	...{ id: ids.sticker, name: "tree", description: "a tree", tags: "tree", type: 2, format_type: 1 },
	...{ available: true, guild_id: guildId, user, sort_value: 1 },
};
const voiceState = {
	...{ guild_id: guildId, channel_id: ids.voice, user_id: ids.person, member, session_id: "s", deaf: true },
	...{ mute: true, self_deaf: true, self_mute: true, self_stream: true, self_video: true, suppress: true },
	request_to_speak_timestamp: moment,
};
const scheduledEvent = {
	...{ id: ids.event, guild_id: guildId, channel_id: ids.voice, creator_id: ids.person, creator: user },
	...{ name: "harvest", description: "apples", scheduled_start_time: moment, scheduled_end_time: moment },
	...{ privacy_level: 2, status: 1, entity_type: 2, entity_id: ids.message, image: "e", user_count: 4 },
	entity_metadata: { location: "orchard" },
	recurrence_rule: { start: moment, frequency: 2, interval: 1 },
};
const guild = {
	...{ id: guildId, name: "Orchard", icon: "i", banner: "b", splash: "s", discovery_splash: "d" },
	...{ owner_id: ids.person, features: ["COMMUNITY"], description: "apples", vanity_url_code: "orchard" },
	...{
		approximate_member_count: 2,
		approximate_presence_count: 1,
		afk_channel_id: ids.voice,
		afk_timeout: 60,
	},
	...{ system_channel_id: ids.channel, system_channel_flags: 1, rules_channel_id: ids.channel },
	...{
		public_updates_channel_id: ids.channel,
		verification_level: 1,
		explicit_content_filter: 1,
		mfa_level: 1,
	},
	...{ default_message_notifications: 1, premium_tier: 2, premium_subscription_count: 3, max_presences: 9 },
	...{ max_members: 100, max_video_channel_users: 25, region: "eu", preferred_locale: "de", nsfw: true },
	...{ nsfw_level: 3, roles: [role], emojis: [emoji], stickers: [sticker] },
};

const ofGuild = { guild_id: guildId };

/** Each event with its payload and the properties without which it says nothing that a table could keep. */
export const guildEventPayloads: readonly [event: string, data: object, required: RegExp][] = [
	["READY", { v: 10, user, guilds: [{ id: guildId, unavailable: true }] }, /^user(\.id)?$|^guilds\.0\.id$/],
	["USER_UPDATE", user, /^id$/],
	[
		"GUILD_CREATE",
		{
			...guild,
			...{ joined_at: moment, large: true, unavailable: false, member_count: 1, members: [member] },
			...{ channels: [channel], threads: [thread], voice_states: [{ ...voiceState, guild_id: undefined }] },
			guild_scheduled_events: [{ ...scheduledEvent, guild_id: undefined }],
		},
		/^(id|name)$|^(roles|emojis|stickers|channels|threads|guild_scheduled_events)\.0\.id$|^members\.0\.user$|(user|creator)\.id$|^(channels|threads)\.0\.type$|overwrites\.0\.(id|type)$|^voice_states\.0\.(user_id|session_id)$/,
	],
	["GUILD_UPDATE", guild, /^(id|name)$|\.id$/],
	["GUILD_DELETE", { id: guildId, unavailable: true }, /^id$/],
	["CHANNEL_CREATE", channel, /^(id|type)$|overwrites\.0\.(id|type)$/],
	["CHANNEL_UPDATE", channel, /^(id|type)$|overwrites\.0\.(id|type)$/],
	["CHANNEL_DELETE", channel, /^(id|type)$|overwrites\.0\.(id|type)$/],
	[
		"CHANNEL_PINS_UPDATE",
		{ ...ofGuild, channel_id: ids.channel, last_pin_timestamp: moment },
		/^channel_id$/,
	],
	["THREAD_CREATE", thread, /^(id|type)$/],
	["THREAD_UPDATE", thread, /^(id|type)$/],
	["THREAD_DELETE", { id: ids.thread, ...ofGuild, parent_id: ids.channel, type: 11 }, /^(id|type)$/],
	[
		"THREAD_LIST_SYNC",
		{ ...ofGuild, channel_ids: [ids.channel], threads: [thread], members: [thread.member] },
		/^guild_id$|^threads\.0\.(id|type)$/,
	],
	[
		"THREAD_MEMBERS_UPDATE",
		{
			...{ id: ids.thread, ...ofGuild, member_count: 3, removed_member_ids: [ids.other] },
			added_members: [{ ...thread.member, member, presence: null }],
		},
		/^(id|guild_id)$|\.user$|user\.id$/,
	],
	["GUILD_MEMBER_ADD", { ...ofGuild, ...member }, /^(guild_id|user|user\.id)$/],
	["GUILD_MEMBER_UPDATE", { ...ofGuild, ...member }, /^(guild_id|user|user\.id)$/],
	["GUILD_MEMBER_REMOVE", { ...ofGuild, user }, /^(guild_id|user|user\.id)$/],
	[
		"GUILD_MEMBERS_CHUNK",
		{ ...ofGuild, members: [member], chunk_index: 0, chunk_count: 1, not_found: [], nonce: moment },
		/^(guild_id|members)$|\.user$|user\.id$/,
	],
	["GUILD_ROLE_CREATE", { ...ofGuild, role }, /^(guild_id|role|role\.id)$/],
	["GUILD_ROLE_UPDATE", { ...ofGuild, role }, /^(guild_id|role|role\.id)$/],
	["GUILD_ROLE_DELETE", { ...ofGuild, role_id: ids.role }, /./],
	["GUILD_EMOJIS_UPDATE", { ...ofGuild, emojis: [emoji] }, /^(guild_id|emojis)$|\.id$/],
	["GUILD_STICKERS_UPDATE", { ...ofGuild, stickers: [sticker] }, /^(guild_id|stickers)$|\.id$/],
	["GUILD_BAN_ADD", { ...ofGuild, user }, /^(guild_id|user|user\.id)$/],
	["GUILD_BAN_REMOVE", { ...ofGuild, user }, /^(guild_id|user|user\.id)$/],
	[
		"INVITE_CREATE",
		{
			...{ ...ofGuild, channel_id: ids.channel, code: "orchard", created_at: moment, expires_at: moment },
			...{ inviter: user, max_age: 60, max_uses: 2, temporary: true, uses: 1, target_type: 2 },
			...{ target_user: { ...user, id: ids.other }, target_application: { id: ids.application } },
		},
		/^(channel_id|code)$|\.id$/,
	],
	["INVITE_DELETE", { ...ofGuild, channel_id: ids.channel, code: "orchard" }, /^(channel_id|code)$/],
	["WEBHOOKS_UPDATE", { ...ofGuild, channel_id: ids.channel }, /./],
	["VOICE_STATE_UPDATE", voiceState, /^(user_id|session_id)$|user\.id$/],
	["GUILD_SCHEDULED_EVENT_CREATE", scheduledEvent, /^(id|guild_id)$|creator\.id$/],
	["GUILD_SCHEDULED_EVENT_UPDATE", scheduledEvent, /^(id|guild_id)$|creator\.id$/],
	["GUILD_SCHEDULED_EVENT_DELETE", scheduledEvent, /^(id|guild_id)$|creator\.id$/],
	[
		"GUILD_SCHEDULED_EVENT_USER_ADD",
		{ ...ofGuild, guild_scheduled_event_id: ids.event, user_id: ids.person },
		/./,
	],
	[
		"GUILD_SCHEDULED_EVENT_USER_REMOVE",
		{ ...ofGuild, guild_scheduled_event_id: ids.event, user_id: ids.person },
		/./,
	],
];
