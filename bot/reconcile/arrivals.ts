import { z } from "zod";
import type { QueuedFrame } from "@/bot/gateway/stream";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** A guild that has an outage at Discord is not waited for. */
const PATIENCE_MS = 60_000;

const ready = z.object({ guilds: z.array(z.object({ id: snowflake })).nullish() });
const guild = z.object({ id: snowflake });

/** Whether the sessions of all shards stand, and the guilds that they announced have come. */
export class Arrivals {
	readonly #shards = new Set<number>();
	readonly #awaited = new Set<string>();
	#until: number;

	constructor() {
		this.#until = 0;
	}

	/** @param frames that are in the tables now */
	note(frames: readonly QueuedFrame[]): void {
		for (const { t, d, shardId } of frames) {
			if (t === "RESUMED") this.#shards.add(shardId);
			else if (t === "READY") this.#announce(shardId, d);
			else if (t === "GUILD_CREATE" || t === "GUILD_DELETE") {
				this.#awaited.delete(guild.safeParse(d).data?.id ?? "");
			}
		}
	}

	complete(shardIds: readonly number[]): boolean {
		if (shardIds.length === 0 || !shardIds.every((id) => this.#shards.has(id))) return false;
		return this.#awaited.size === 0 || Date.now() > this.#until;
	}

	#announce(shardId: number, d: unknown): void {
		this.#shards.add(shardId);
		this.#until = Date.now() + PATIENCE_MS;
		for (const { id } of ready.safeParse(d).data?.guilds ?? []) this.#awaited.add(id);
	}
}
