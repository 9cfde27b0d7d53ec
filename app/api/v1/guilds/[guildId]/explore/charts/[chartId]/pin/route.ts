import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { pinChart, unpinChart } from "@/lib/explore/saved-data";
import { chartParams, savedChart } from "@/lib/explore/saved-schema";

export const PUT = guildRoute({
	permission: "config.write",
	summary: "Pin a chart to everybody's overview, which also shares it",
	params: chartParams,
	response: savedChart,
	handler: ({ guild, params }) => pinChart(guild, params.chartId),
});

export const DELETE = guildRoute({
	permission: "config.write",
	summary: "Unpin a chart from the overview",
	params: chartParams,
	response: savedChart,
	handler: ({ guild, params }) => unpinChart(guild, params.chartId),
});

export const { GET, POST, PATCH, OPTIONS } = methodsBesides("PUT", "DELETE");
