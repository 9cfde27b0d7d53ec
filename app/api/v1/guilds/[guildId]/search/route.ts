import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { searchQuery, searchResults } from "@/lib/guilds/schema";
import { searchGuild } from "@/lib/guilds/search";

export const GET = guildRoute({
	permission: "overview.read",
	summary: "Find members, channels and a case by name, id or number",
	limit: "search",
	query: searchQuery,
	response: searchResults,
	handler: ({ guild, query }) => searchGuild(guild, query.q),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
