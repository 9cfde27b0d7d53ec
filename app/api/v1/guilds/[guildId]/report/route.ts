import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readReport } from "@/lib/report/data";
import { report, reportQuery } from "@/lib/report/schema";

export const GET = guildRoute({
	permission: "overview.read",
	summary:
		"Read a week of the server beside the week before; the last one that is over unless another is named",
	query: reportQuery,
	response: report,
	handler: ({ guild, query }) => readReport(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
