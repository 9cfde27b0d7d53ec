import { z } from "zod";
import { endAllSessions, listSessions } from "@/lib/account/data";
import { sessionList } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";

export const GET = userRoute({
	summary: "List where you are signed in; an API token sees none",
	response: sessionList,
	handler: async ({ user }) => ({ items: await listSessions(user) }),
});

export const DELETE = userRoute({
	summary: "Sign out everywhere, this session included",
	response: z.null(),
	handler: async ({ user }) => {
		await endAllSessions(user);
		return null;
	},
});

export const { POST, PUT, PATCH, OPTIONS } = methodsBesides("GET", "DELETE");
