import { profile } from "@/lib/account/schema";
import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";
import { readUser } from "@/lib/auth/session";

export const GET = userRoute({
	summary: "Read who you are here, and your preferences",
	response: profile,
	handler: ({ user }) => readUser(user),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
