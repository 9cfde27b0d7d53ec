import { z } from "zod";
import { revokeToken } from "@/lib/account/data";
import { tokenParams } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";

export const DELETE = userRoute({
	summary: "Revoke one of your API tokens",
	params: tokenParams,
	response: z.null(),
	handler: async ({ user, params }) => {
		await revokeToken(user, params.tokenId);
		return null;
	},
});

export const { GET, POST, PUT, PATCH, OPTIONS } = methodsBesides("DELETE");
