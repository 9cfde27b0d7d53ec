import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listRevisions } from "@/lib/config/history-data";
import { revisionList, revisionsQuery } from "@/lib/config/schema";

export const GET = guildRoute({
	permission: "config.read",
	summary: "List the revisions of the settings, newest first",
	query: revisionsQuery,
	response: revisionList,
	handler: ({ guild, query }) => listRevisions(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
