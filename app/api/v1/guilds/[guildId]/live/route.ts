import { guildStream } from "@/lib/api/guild-stream";
import { methodsBesides } from "@/lib/api/methods";
import { liveEvent, liveQuery } from "@/lib/live/schema";
import { watch } from "@/lib/live/watch";

export const GET = guildStream({
	permission: "overview.read",
	summary: "Stream what to read again as it changes: server-sent events `ready`, `changed`, `refused`",
	query: liveQuery,
	response: liveEvent,
	open: ({ query, ...opening }) => watch({ ...opening, topics: query.topics }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
