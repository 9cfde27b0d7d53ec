import { z } from "zod";

const time = z.string();

/** Frames of a kind that could not be stored. */
export const deadLetter = z.object({
	event: z.string(),
	/** Without what it quotes of the frame. */
	reason: z.string(),
	/** In the last 24 hours, and in the last 30 days. */
	day: z.number(),
	month: z.number(),
	latest: time,
});
export type DeadLetter = z.infer<typeof deadLetter>;

/** The bot as a program, for the people who run it. */
export const fleet = z.object({
	shards: z.array(
		z.object({
			id: z.number(),
			/** `online`, `starting`, `stopping`, `offline`; `silent` where a shard that was online has had no heartbeat for two minutes: Discord asks for one every 41 seconds. */
			status: z.enum(["online", "starting", "stopping", "offline", "silent"]),
			/** Why Discord wants no second try: somebody has to change a setting and start the bot again. */
			refusal: z.enum(["token", "shard", "sharding", "version", "intents", "privileged"]).nullable(),
			guilds: z.number(),
			lastHeartbeat: time.nullable(),
			/** Milliseconds from a heartbeat to its answer. */
			latencyMs: z.number().nullable(),
		}),
	),
	/** The last figures of each day, in UTC, the oldest first. */
	days: z.array(
		z.object({
			day: z.string(),
			guilds: z.number(),
			messages: z.number(),
			commands: z.number(),
			/** Share of commands that failed, of 1. */
			errorRate: z.number().nullable(),
			responseMs: z.number().nullable(),
			memoryMb: z.number().nullable(),
		}),
	),
	orders: z.object({
		/** Those that are due. */
		pending: z.number(),
		oldestAt: time.nullable(),
		/** In the last 24 hours. */
		failed: z.number(),
	}),
	/** Guilds that are still to be compared with Discord's state. */
	waitingGuilds: z.number(),
	deadLetters: z.array(deadLetter),
	partitions: z.array(
		z.object({
			table: z.string(),
			months: z.number(),
			/** The newest month that has a partition, `2027-02`. */
			newest: z.string().nullable(),
			/** Whether rows are in the default partition, because their month was never made. */
			stray: z.boolean(),
		}),
	),
});
export type Fleet = z.infer<typeof fleet>;
