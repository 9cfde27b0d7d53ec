import type { Frame } from "@/bot/events/handler";
import { redact } from "@/bot/gateway/redact";
import { bulk, recordset } from "@/bot/rows/bulk";
import type { Db } from "@/bot/scope";

/** A frame that could not be stored, and why. */
export type Refused = { frame: Frame; reason: string };

const columns = {
	shard_id: "integer",
	sequence: "bigint",
	event: "text",
	reason: "text",
	frame: "jsonb",
	received_at: "timestamptz",
};

const insert = `
INSERT INTO gateway_dead_letters (shard_id, sequence, event, reason, frame, received_at)
SELECT shard_id, sequence, event, reason, coalesce(frame, 'null'), received_at FROM ${recordset(columns)}`;

/**
 * Keeps frames that could not be stored, so that somebody can look at them: never with tokens.
 * @param storeContent whether what people wrote may be kept as well
 */
export async function bury(db: Db, refused: readonly Refused[], storeContent: boolean): Promise<void> {
	const rows = refused.map(({ frame, reason }) => ({
		shard_id: frame.shardId,
		sequence: frame.sequence,
		event: frame.t,
		reason: reason.slice(0, 2_000),
		frame: redact(frame.d, storeContent),
		received_at: frame.receivedAt,
	}));
	await bulk(db, insert, rows);
}
