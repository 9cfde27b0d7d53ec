import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { getCase } from "@/lib/cases/detail-data";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { holdCases } from "@/lib/cases/hold";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import type { OrderKind } from "./kinds";
import { awaitKey, placeOrder } from "./place";
import { refuseOutOfReach } from "./reach";

type Failed = {
	caseId: string;
	kind: OrderKind;
	targetId: string;
	payload: Record<string, unknown>;
	reason: string | null;
	isOver: boolean;
};

/**
 * Orders once more what a case's newest order failed to do.
 * @returns the case, with its order pending
 * @throws AppError `not_found` without such a case; `conflict` with the case when its newest order did not fail, or its
 *   time has run out; `out_of_reach` when the caller may not moderate the member
 */
export async function retryOrderOfCase(
	guild: GuildScope,
	caseNumber: number,
	idempotencyKey: string,
): Promise<CaseDetail> {
	const seen = await getCase(guild, caseNumber);
	await awaitKey(guild, idempotencyKey);
	if (await isPlaced(guild, idempotencyKey)) return getCase(guild, caseNumber);
	await holdCases(guild);
	const failed = await failedOrder(guild, caseNumber);
	if (failed === undefined)
		throw new AppError("conflict", { detail: "This case's order has not failed.", current: seen });
	if (failed.isOver) throw new AppError("conflict", { detail: "This case has expired.", current: seen });
	const { caseId, kind, targetId, payload, reason } = failed;
	await refuseOutOfReach(guild, kind, targetId);
	await placeOrder(guild, {
		...{ kind, targetId, payload, caseId, idempotencyKey },
		...(reason === null ? {} : { reason }),
	});
	return getCase(guild, caseNumber);
}

async function isPlaced(guild: GuildScope, idempotencyKey: string): Promise<boolean> {
	const found = await guild.one(sql`
		SELECT FROM discord_orders
		WHERE guild_id = ${guild.guildId}::bigint AND idempotency_key = ${idempotencyKey}
			AND requested_by = ${guild.actor.userId}::bigint`);
	return found !== undefined;
}

/** The newest order of the case, if it failed. Whoever asks next waits for the end of this transaction. */
async function failedOrder(guild: GuildScope, caseNumber: number): Promise<Failed | undefined> {
	const newest = await guild.one<Failed & { state: string }>(sql`
		SELECT o.state, o.kind, o.target_id AS "targetId", o.payload, o.reason, o.case_id AS "caseId",
			o.kind IN ('ban', 'timeout') AND coalesce(c.case_expires_at <= now(), false) AS "isOver"
		FROM cases c JOIN discord_orders o ON o.guild_id = c.guild_id AND o.case_id = c.case_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.case_number = ${caseNumber} AND NOT c.is_deleted
			AND o.kind <> 'message_delete'
		ORDER BY o.requested_at DESC, o.id DESC LIMIT 1 FOR UPDATE OF c`);
	return newest?.state === "failed" ? newest : undefined;
}
