import { z } from "zod";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";
import { saveFavourite } from "@/lib/guilds/mine";
import { setFavourite } from "@/lib/guilds/schema";

export const PUT = userRoute({
	summary: "Pin a server to the top of your list, or unpin it",
	body: setFavourite,
	response: z.null(),
	handler: async ({ user, body }) => {
		await saveFavourite(user, body.guildId, body.favourite);
		return null;
	},
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = methodsBesides("PUT");
