import { methodsBesides } from "@/lib/api/methods";
import { userRoute } from "@/lib/api/user-route";
import { readFleet } from "@/lib/fleet/data";
import { fleet } from "@/lib/fleet/schema";

export const GET = userRoute({
	summary: "Read the state of the bot's shards, queues and tables; operators only",
	response: fleet,
	handler: ({ user }) => readFleet(user),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
