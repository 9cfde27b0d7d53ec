import { CHANNEL_TYPE_NUMBER, type WorldChannel } from "@/prisma/seed/world/types";
import type { LivingChannel } from "../state/types";

/** A guild channel; which fields it has depends on its type, as at Discord. */
export function channelShape(channel: WorldChannel, guildId: string): LivingChannel {
	return {
		id: channel.id,
		type: CHANNEL_TYPE_NUMBER[channel.type],
		guild_id: guildId,
		name: channel.name,
		position: channel.position,
		parent_id: channel.parentId,
		flags: 0,
		permission_overwrites: channel.overwrites.map((overwrite) => ({
			id: overwrite.targetId,
			type: overwrite.type === "role" ? 0 : 1,
			allow: overwrite.allow,
			deny: overwrite.deny,
		})),
		...(channel.type !== "guild_category" && conversationShape(channel)),
	};
}

function conversationShape(channel: WorldChannel) {
	const voice = channel.bitrate !== null;
	return {
		nsfw: channel.nsfw,
		rate_limit_per_user: channel.rateLimitPerUser,
		last_message_id: null,
		...(voice
			? { bitrate: channel.bitrate, user_limit: channel.userLimit ?? 0, rtc_region: null }
			: { topic: channel.topic }),
		...(channel.type === "guild_forum" && forumShape(channel)),
	};
}

function forumShape(channel: WorldChannel) {
	return {
		available_tags: channel.availableTags.map((tag) => ({ ...tag, emoji_id: null })),
		default_reaction_emoji: null,
		default_sort_order: null,
		default_forum_layout: 0,
	};
}
