import { holdCases } from "@/bot/rows/hold-cases";
import type { Db, Scope } from "@/bot/scope";
import type { OrderFailure, OrderKind } from "@/lib/orders/kinds";

/** An order as the worker reads it. */
export type Order = {
	id: string;
	guild_id: string;
	kind: OrderKind;
	target_id: string | null;
	channel_id: string | null;
	payload: unknown;
	reason: string | null;
	case_number: number | null;
	case_type: string | null;
	attempts: number;
	requested_by: string | null;
};

/** What became of an order. */
export type Outcome =
	| { state: "done"; result?: Record<string, unknown> }
	| { state: "failed"; failure: OrderFailure; code: number | null; result?: Record<string, unknown> };

const begin = `
UPDATE discord_orders o SET attempts = o.attempts + 1
WHERE o.guild_id = $1 AND o.id = $2 AND o.state = 'pending'
RETURNING o.id, o.guild_id::text, o.kind, o.target_id::text, o.channel_id::text, o.payload, o.reason, o.attempts,
	o.requested_by::text,
	(SELECT c.case_number FROM cases c WHERE c.guild_id = o.guild_id AND c.case_id = o.case_id) AS case_number,
	(SELECT c.case_type FROM cases c WHERE c.guild_id = o.guild_id AND c.case_id = o.case_id) AS case_type`;

const finish = `
UPDATE discord_orders SET state = $3, failure = $4, code = $5, result = $6::jsonb, finished_at = now()
WHERE guild_id = $1 AND id = $2 AND state = 'pending'`;

/** Takes an order up and counts the attempt; undefined when it is done already or gone. */
export async function beginOrder(db: Db, guildId: string, orderId: string): Promise<Order | undefined> {
	const [order] = await db.rows<Order>(begin, [guildId, orderId]);
	return order;
}

/** Writes an order's outcome; a trigger tells its case. */
export async function finishOrder(scope: Scope, order: Order, outcome: Outcome): Promise<void> {
	const failed = outcome.state === "failed" ? outcome : undefined;
	await scope.transaction(async (db) => {
		if (order.case_number !== null) await holdCases(db, [order.guild_id]);
		await db.run(finish, [
			order.guild_id,
			order.id,
			outcome.state,
			failed?.failure ?? null,
			failed?.code ?? null,
			outcome.result ? JSON.stringify(outcome.result) : null,
		]);
	});
}
