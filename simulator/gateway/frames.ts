import { z } from "zod";

const snowflake = z.string().regex(/^\d{1,20}$/);

/** What a client may send, by opcode. */
export const clientFrame = z.discriminatedUnion("op", [
	z.object({ op: z.literal(1), d: z.number().int().nullable() }),
	z.object({
		op: z.literal(2),
		d: z.object({
			token: z.string(),
			intents: z.number().int(),
			shard: z.tuple([z.number().int(), z.number().int()]).optional(),
			large_threshold: z.number().int().min(50).max(250).optional(),
		}),
	}),
	/** Presence and voice of the bot itself: taken, and without effect. */
	z.object({ op: z.literal(3), d: z.unknown() }),
	z.object({ op: z.literal(4), d: z.unknown() }),
	z.object({
		op: z.literal(6),
		d: z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() }),
	}),
	z.object({
		op: z.literal(8),
		d: z.object({
			guild_id: snowflake,
			query: z.string().optional(),
			limit: z.number().int().min(0).optional(),
			user_ids: z.union([snowflake, z.array(snowflake).max(100)]).optional(),
			presences: z.boolean().optional(),
			nonce: z.string().max(32).optional(),
		}),
	}),
]);

export type ClientFrame = z.infer<typeof clientFrame>;
export type Identify = Extract<ClientFrame, { op: 2 }>["d"];
export type Resume = Extract<ClientFrame, { op: 6 }>["d"];
export type MemberRequest = Extract<ClientFrame, { op: 8 }>["d"];
