import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { longestAuditReason } from "@/lib/discord/limits";
import { AppError } from "@/lib/errors";
import type { OrderKind } from "./kinds";

export type NewOrder = {
	kind: OrderKind;
	targetId?: string | undefined;
	channelId?: string | undefined;
	payload?: Record<string, unknown>;
	reason?: string | undefined;
	caseId?: string | undefined;
	idempotencyKey: string;
};

/** The key of the order that opens with a case. No caller can send one with this sign, and so take it beforehand. */
export function keyOfCase(caseId: string): string {
	return `case#${caseId}`;
}

/** One at a time for each key: whoever comes second with it finds what the first one made. */
export async function awaitKey(guild: GuildScope, idempotencyKey: string): Promise<void> {
	await guild.rows(
		sql`SELECT pg_advisory_xact_lock(hashtextextended(${idempotencyKey}, ${guild.guildId}::bigint))`,
	);
}

/**
 * Orders something of the worker, in the caller's transaction: it begins when that is committed, and not otherwise.
 * @returns the order's id; that of the first when the key was used before by the same person
 * @throws AppError `already_exists` when somebody else used the key
 */
export async function placeOrder(guild: GuildScope, wish: NewOrder): Promise<string> {
	await awaitKey(guild, wish.idempotencyKey);
	const before = await guild.one<{ id: string; own: boolean }>(sql`
		SELECT id, requested_by = ${guild.actor.userId}::bigint AND kind = ${wish.kind} AS own
		FROM discord_orders
		WHERE guild_id = ${guild.guildId}::bigint AND idempotency_key = ${wish.idempotencyKey}`);
	if (before?.own) return before.id;
	if (before) throw new AppError("already_exists");
	const placed = await guild.one<{ id: string }>(sql`
		INSERT INTO discord_orders (guild_id, kind, target_id, channel_id, payload, reason, case_id, idempotency_key)
		VALUES (${guild.guildId}::bigint, ${wish.kind}, ${wish.targetId ?? null}::bigint, ${wish.channelId ?? null}::bigint,
			${JSON.stringify(wish.payload ?? {})}::jsonb, left(${wish.reason ?? null}::text, ${longestAuditReason}::integer),
			${wish.caseId ?? null}::bigint, ${wish.idempotencyKey})
		RETURNING id`);
	if (placed === undefined) throw new AppError("internal", { cause: new Error("the order was not stored") });
	return placed.id;
}
