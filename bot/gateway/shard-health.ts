import type { Refusal } from "@/bot/gateway/refusal";

export type ShardStatus = "starting" | "online" | "offline";

/** How a shard's connection is. */
export type ShardCondition = {
	status: ShardStatus;
	/** When Discord last answered a heartbeat; null where it has not yet. */
	heartbeatAt: Date | null;
	/** Milliseconds from that heartbeat to its answer. */
	latency: number | null;
	/** Why Discord wants no second try; null where it does. */
	refusal: Refusal | null;
};

/** An answer that came without a question has no time that it took; Discord closes connections that are slower. */
const LONGEST_LATENCY = 60_000;

const starting: ShardCondition = { status: "starting", heartbeatAt: null, latency: null, refusal: null };

/** How the shards of this process are, as the gateway tells. */
export class ShardHealth {
	readonly #conditions = new Map<number, ShardCondition>();
	readonly #onChange: () => void;

	/** @param onChange when a shard comes or goes; not with each heartbeat */
	constructor(onChange: () => void) {
		this.#onChange = onChange;
	}

	of(shardId: number): ShardCondition {
		return this.#conditions.get(shardId) ?? starting;
	}

	/** A session begins, or goes on. */
	connected(shardId: number): void {
		this.#become(shardId, "online");
	}

	closed(shardId: number): void {
		this.#become(shardId, "offline");
	}

	refused(shardId: number, refusal: Refusal): void {
		this.#conditions.set(shardId, { ...this.of(shardId), refusal });
		this.closed(shardId);
	}

	/** @param answeredAt Unix milliseconds  @param latency milliseconds */
	beat(shardId: number, answeredAt: number, latency: number): void {
		const known = latency >= 0 && latency <= LONGEST_LATENCY ? latency : null;
		this.#conditions.set(shardId, {
			...this.of(shardId),
			...{ heartbeatAt: new Date(answeredAt), latency: known },
		});
	}

	#become(shardId: number, status: ShardStatus): void {
		this.#conditions.set(shardId, { ...this.of(shardId), status });
		this.#onChange();
	}
}
