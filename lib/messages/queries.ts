import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import type { MessageFilters } from "./schema";
import type { MessageContext, MessageList } from "./view-schema";

const keys = {
	list: (guildId: string, filters: MessageFilters) =>
		["guilds", guildId, "messages", "list", filters] as const,
	context: (guildId: string, messageId: string) =>
		["guilds", guildId, "messages", "context", messageId] as const,
};

/** Messages newest first, older pages by cursor. */
export function messagesQuery(guildId: string, filters: MessageFilters) {
	return infiniteQueryOptions({
		queryKey: keys.list(guildId, filters),
		queryFn: ({ pageParam, signal }) =>
			api.get<MessageList>(
				`/guilds/${guildId}/messages${searchString({ ...filters, cursor: pageParam })}`,
				signal,
			),
		initialPageParam: null as string | null,
		getNextPageParam: (last) => last.nextCursor,
	});
}

type End = { older: string } | { newer: string } | Record<never, never>;

/** A message's surroundings, growing at both ends: "next" is newer, "previous" older. */
export function messageContextQuery(guildId: string, messageId: string) {
	return infiniteQueryOptions({
		queryKey: keys.context(guildId, messageId),
		queryFn: ({ pageParam, signal }) =>
			api.get<MessageContext>(
				`/guilds/${guildId}/messages/${messageId}/context${searchString({ ...pageParam })}`,
				signal,
			),
		initialPageParam: {} as End,
		getNextPageParam: ({ newerCursor }): End | null => (newerCursor === null ? null : { newer: newerCursor }),
		getPreviousPageParam: ({ olderCursor }): End | null =>
			olderCursor === null ? null : { older: olderCursor },
	});
}
