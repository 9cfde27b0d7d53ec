import { listTokens, makeToken } from "@/lib/account/data";
import { createToken, newToken, tokenList } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";

export const GET = userRoute({
	summary: "List your active API tokens; an API token sees none",
	response: tokenList,
	handler: async ({ user }) => ({ items: await listTokens(user) }),
});

export const POST = userRoute({
	summary: "Create an API token; this response is the only place where it is shown",
	body: createToken,
	response: newToken,
	status: 201,
	handler: ({ user, body }) => makeToken(user, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET", "POST");
