import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";
import { readFleet } from "@/lib/fleet/data";
import { fleet } from "@/lib/fleet/schema";

export const GET = userRoute({
	summary: "Read how the bot's shards, queues and tables are; for operators",
	response: fleet,
	handler: ({ user }) => readFleet(user),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
