import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { getCase } from "@/lib/cases/detail-data";
import { caseDetail, editCase } from "@/lib/cases/detail-schema";
import { changeCase } from "@/lib/cases/edit-data";
import { caseParams } from "@/lib/cases/schema";

export const GET = guildRoute({
	permission: "cases.read",
	summary: "Read one case with its history",
	params: caseParams,
	response: caseDetail,
	handler: ({ guild, params }) => getCase(guild, params.caseNumber),
});

export const PATCH = guildRoute({
	permission: "cases.write",
	summary: "Change the reason, expiry or status of a case, given the revision you read",
	params: caseParams,
	body: editCase,
	response: caseDetail,
	handler: ({ guild, params, body }) => changeCase(guild, params.caseNumber, body),
});

export const { POST, PUT, DELETE, OPTIONS } = methodsBesides("GET", "PATCH");
