import { z } from "zod";
import { certain, flag, given, int2, int4, text, time } from "@/bot/events/decode";
import type { GuildPatch } from "@/bot/rows/guilds";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** `nsfw_level`: explicit, and age-restricted. */
const nsfwLevels = new Set([1, 3]);

/** A guild's own properties. */
export const guild = z.object({
	id: snowflake,
	name: text,
	icon: text.nullish(),
	banner: text.nullish(),
	splash: text.nullish(),
	owner_id: snowflake.nullish(),
	features: z.array(text).nullish(),
	description: text.nullish(),
	vanity_url_code: text.nullish(),
	member_count: int4.nullish(),
	approximate_member_count: int4.nullish(),
	approximate_presence_count: int4.nullish(),
	afk_channel_id: snowflake.nullish(),
	afk_timeout: int4.nullish(),
	system_channel_id: snowflake.nullish(),
	system_channel_flags: int4.nullish(),
	rules_channel_id: snowflake.nullish(),
	public_updates_channel_id: snowflake.nullish(),
	verification_level: int2.nullish(),
	explicit_content_filter: int2.nullish(),
	mfa_level: int2.nullish(),
	default_message_notifications: int2.nullish(),
	premium_tier: int2.nullish(),
	premium_subscription_count: int4.nullish(),
	max_presences: int4.nullish(),
	max_members: int4.nullish(),
	max_video_channel_users: int4.nullish(),
	region: text.nullish(),
	preferred_locale: text.nullish(),
	nsfw: flag.nullish(),
	nsfw_level: int2.nullish(),
	large: flag.nullish(),
	joined_at: time.nullish(),
});

/** The columns that the guild's payload mentions. */
export function guildPatch(data: z.infer<typeof guild>): GuildPatch {
	const level = data.nsfw_level ?? undefined;
	const nsfw = data.nsfw ?? (level === undefined ? undefined : nsfwLevels.has(level));
	return {
		...given(data, "name", "icon", "banner", "splash", "features", "description", "vanity_url_code"),
		...given(data, "afk_channel_id", "afk_timeout", "system_channel_id", "system_channel_flags"),
		...given(data, "rules_channel_id", "public_updates_channel_id", "verification_level"),
		...given(data, "explicit_content_filter", "mfa_level", "default_message_notifications"),
		...given(data, "premium_tier", "premium_subscription_count", "max_presences", "max_members"),
		...given(data, "max_video_channel_users", "region", "preferred_locale", "large"),
		...certain(data, "owner_id", "member_count", "joined_at"),
		...certain(data, "approximate_member_count", "approximate_presence_count"),
		...(nsfw === undefined ? {} : { nsfw }),
	};
}
