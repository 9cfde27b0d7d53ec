import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";
import { listGuilds } from "@/lib/guilds/mine";
import { guildList } from "@/lib/guilds/schema";

export const GET = userRoute({
	summary: "List the servers you may open, and those you could add the bot to",
	response: guildList,
	etag: true,
	handler: async ({ user }) => ({ items: await listGuilds(user) }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
