import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listOrders } from "@/lib/orders/data";
import { listOrdersQuery, orderList } from "@/lib/orders/request-schema";

export const GET = guildRoute({
	permission: "cases.read",
	summary: "List what the worker was asked to do on Discord, with the results, newest first",
	query: listOrdersQuery,
	response: orderList,
	handler: ({ guild, query }) => listOrders(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
