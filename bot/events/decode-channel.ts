import { z } from "zod";
import { bits, certain, flag, given, int2, int4, text, time } from "@/bot/events/decode";
import type { ChannelPatch } from "@/bot/rows/channels";
import type { Overwrite } from "@/bot/rows/overwrites";
import type { Tables } from "@/bot/rows/tables";
import { channelTypeName, isThread } from "@/lib/discord/channels";
import { snowflake } from "@/lib/discord/snowflake-schema";

const overwrite = z.object({
	id: snowflake,
	type: z.union([z.literal(0), z.literal(1)]),
	allow: bits.nullish(),
	deny: bits.nullish(),
});

const threadMetadata = z.object({
	archived: flag.nullish(),
	auto_archive_duration: int4.nullish(),
	archive_timestamp: time.nullish(),
	locked: flag.nullish(),
	invitable: flag.nullish(),
});

/** A channel, category or thread. */
export const channel = z.object({
	id: snowflake,
	type: z.int().min(0),
	guild_id: snowflake.nullish(),
	name: text.nullish(),
	position: int4.nullish(),
	topic: text.nullish(),
	nsfw: flag.nullish(),
	rate_limit_per_user: int4.nullish(),
	bitrate: int4.nullish(),
	user_limit: int4.nullish(),
	rtc_region: text.nullish(),
	video_quality_mode: int2.nullish(),
	parent_id: snowflake.nullish(),
	owner_id: snowflake.nullish(),
	message_count: int4.nullish(),
	member_count: int4.nullish(),
	thread_metadata: threadMetadata.nullish(),
	default_auto_archive_duration: int4.nullish(),
	available_tags: z.array(z.unknown()).nullish(),
	applied_tags: z.array(snowflake).nullish(),
	default_reaction_emoji: z.unknown().optional(),
	default_thread_rate_limit_per_user: int4.nullish(),
	default_sort_order: int2.nullish(),
	default_forum_layout: int2.nullish(),
	flags: int4.nullish(),
	icon: text.nullish(),
	last_message_id: snowflake.nullish(),
	last_pin_timestamp: time.nullish(),
	permission_overwrites: z.array(overwrite).nullish(),
});
export type Channel = z.infer<typeof channel>;

/** Tells what an event says of a channel that exists; what it points at exists as well. */
export function tellChannel(tables: Tables, guildId: string, data: Channel, at: string): void {
	needParent(tables, guildId, data, at);
	tables.channels.put(guildId, data.id, at, channelPatch(data));
	if (data.last_message_id) tables.channels.wrote(guildId, data.id, data.last_message_id);
	if (data.permission_overwrites) {
		tables.overwrites.set(guildId, data.id, data.permission_overwrites.map(overwriteRow));
	}
}

/** Makes sure of the parent: a thread's is a channel, any other channel's is a category. */
export function needParent(
	tables: Tables,
	guildId: string,
	{ type, parent_id: parent }: Channel,
	at: string,
): void {
	const likely = isThread(channelTypeName(type)) ? "unknown" : "guild_category";
	if (parent) tables.channels.need(guildId, parent, at, likely);
}

/** The columns that the channel's payload mentions. */
export function channelPatch(data: Channel): ChannelPatch {
	const { thread_metadata: thread, default_thread_rate_limit_per_user: threadLimit } = data;
	return {
		channel_type: channelTypeName(data.type),
		...given(data, "name", "position", "topic", "nsfw", "rate_limit_per_user", "bitrate", "user_limit"),
		...given(data, "rtc_region", "video_quality_mode", "parent_id", "owner_id", "message_count"),
		...given(data, "member_count", "default_auto_archive_duration", "available_tags", "applied_tags"),
		...given(data, "default_reaction_emoji", "default_sort_order", "default_forum_layout", "flags"),
		...given(data, "icon", "last_pin_timestamp"),
		...(threadLimit === undefined ? {} : { default_thread_rate_limit: threadLimit }),
		...(thread
			? {
					...given(thread, "auto_archive_duration", "archive_timestamp"),
					...certain(thread, "archived", "locked", "invitable"),
				}
			: {}),
	};
}

function overwriteRow({ id, type, allow, deny }: z.infer<typeof overwrite>): Overwrite {
	return { id, type: type === 0 ? "role" : "member", allow: allow ?? "0", deny: deny ?? "0" };
}
