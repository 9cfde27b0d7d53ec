import { guildRoute } from "@/lib/api/guild-route";
import { listCases } from "@/lib/cases/data";
import { caseList, listCasesQuery } from "@/lib/cases/schema";

export const GET = guildRoute({
	permission: "cases.read",
	summary: "List cases, newest first",
	limit: "search",
	query: listCasesQuery,
	response: caseList,
	handler: ({ guild, query }) => listCases(guild, query),
});
