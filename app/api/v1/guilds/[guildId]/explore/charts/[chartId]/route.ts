import { z } from "zod";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { editChart, removeChart } from "@/lib/explore/saved-data";
import { chartParams, editChart as editChartBody, savedChart } from "@/lib/explore/saved-schema";

export const PATCH = guildRoute({
	permission: "charts.write",
	summary: "Rename, change or share a chart you saved",
	params: chartParams,
	body: editChartBody,
	response: savedChart,
	handler: ({ guild, params, body }) => editChart(guild, params.chartId, body),
});

export const DELETE = guildRoute({
	permission: "charts.write",
	summary: "Delete a chart you saved, or a shared one if you may change the settings",
	params: chartParams,
	response: z.null(),
	handler: async ({ guild, params }) => {
		await removeChart(guild, params.chartId);
		return null;
	},
});

export const { GET, POST, PUT, OPTIONS } = methodsBesides("PATCH", "DELETE");
