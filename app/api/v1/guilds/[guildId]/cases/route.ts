import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listCases } from "@/lib/cases/data";
import { caseDetail } from "@/lib/cases/detail-schema";
import { caseList, listCasesQuery } from "@/lib/cases/schema";
import { openCaseWithOrder } from "@/lib/orders/open-case";
import { openCase } from "@/lib/orders/request-schema";

export const GET = guildRoute({
	permission: "cases.read",
	summary: "List cases, newest first",
	limit: "search",
	query: listCasesQuery,
	response: caseList,
	handler: ({ guild, query }) => listCases(guild, query),
});

export const POST = guildRoute({
	permission: "members.moderate",
	summary: "Open a case and order what it calls for on Discord; repeating the key returns the same case",
	body: openCase,
	response: caseDetail,
	handler: ({ guild, body }) => openCaseWithOrder(guild, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET", "POST");
