import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listCharts, saveChart } from "@/lib/explore/saved-data";
import { createChart, savedChart, savedCharts } from "@/lib/explore/saved-schema";

export const GET = guildRoute({
	permission: "overview.read",
	summary: "List your saved charts and those shared with the staff",
	response: savedCharts,
	handler: async ({ guild }) => ({ items: await listCharts(guild) }),
});

export const POST = guildRoute({
	permission: "charts.write",
	summary: "Save an Explore view under a name",
	body: createChart,
	response: savedChart,
	status: 201,
	handler: ({ guild, body }) => saveChart(guild, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET", "POST");
