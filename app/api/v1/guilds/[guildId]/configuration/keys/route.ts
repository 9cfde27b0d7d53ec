import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listKeys } from "@/lib/config/keys-data";
import { dynamicKeys } from "@/lib/config/keys-schema";

export const GET = guildRoute({
	permission: "config.read",
	summary: "List the server's dynamic keys, with the revision they belong to",
	response: dynamicKeys,
	etag: true,
	handler: ({ guild }) => listKeys(guild),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
