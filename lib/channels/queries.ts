import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { ChannelItem, ThreadList } from "./schema";

export const channelKeys = {
	threads: (guildId: string, channelId: string) =>
		["guilds", guildId, "channels", channelId, "threads"] as const,
};

/** The threads or posts of a channel, active ones first, more by cursor. */
export function threadsQuery(guildId: string, channelId: string) {
	return pagedQuery<ChannelItem>(channelKeys.threads(guildId, channelId), (cursor, signal) =>
		api.get<ThreadList>(
			`/guilds/${guildId}/channels/${channelId}/threads${searchString({ cursor })}`,
			signal,
		),
	);
}
