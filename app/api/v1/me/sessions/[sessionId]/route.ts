import { z } from "zod";
import { endSession } from "@/lib/account/data";
import { sessionParams } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";

export const DELETE = userRoute({
	summary: "End one of your sessions",
	params: sessionParams,
	response: z.null(),
	handler: async ({ user, params }) => {
		await endSession(user, params.sessionId);
		return null;
	},
});

export const { GET, POST, PUT, PATCH, OPTIONS } = methodsBesides("DELETE");
