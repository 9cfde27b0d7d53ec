import { z } from "zod";

/** Which shard's session it hits; all when absent. */
const shard = z.number().int().min(0).optional();

/** What a test may do to the gateway's connections and sessions. */
export const gatewayKnob = z.discriminatedUnion("kind", [
	/** The connection breaks without a close frame; the session can resume. */
	z.strictObject({ kind: z.literal("gateway_drop"), shard }),
	/** The connection is closed with a code, 1000 or 4000 and above. */
	z.strictObject({
		kind: z.literal("gateway_close"),
		shard,
		code: z.union([z.literal(1000), z.literal(1001), z.number().int().min(4000).max(4999)]),
	}),
	/** Opcode 7: please connect again and resume. */
	z.strictObject({ kind: z.literal("gateway_reconnect"), shard }),
	/** Opcode 9; a session that is not resumable is forgotten, also where nobody is connected. */
	z.strictObject({ kind: z.literal("invalid_session"), shard, resumable: z.boolean().default(false) }),
	/** Events are kept and not sent until this is turned off; heartbeats are answered. */
	z.strictObject({ kind: z.literal("gateway_pause"), shard, paused: z.boolean().default(true) }),
]);

export type GatewayKnob = z.infer<typeof gatewayKnob>;
