import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { caseDetail } from "@/lib/cases/detail-schema";
import { caseParams } from "@/lib/cases/schema";
import { retryOrder } from "@/lib/orders/request-schema";
import { retryOrderOfCase } from "@/lib/orders/retry";

export const POST = guildRoute({
	permission: "members.moderate",
	summary: "Retry what failed on Discord",
	params: caseParams,
	body: retryOrder,
	response: caseDetail,
	handler: ({ guild, params, body }) => retryOrderOfCase(guild, params.caseNumber, body.idempotencyKey),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("POST");
