export type ShardStatus = "starting" | "online" | "offline";

/** How a shard's connection is. */
export type ShardCondition = {
	status: ShardStatus;
	/** When Discord last answered a heartbeat; null where it has not yet. */
	heartbeatAt: Date | null;
	/** Milliseconds from that heartbeat to its answer. */
	latency: number | null;
};

const starting: ShardCondition = { status: "starting", heartbeatAt: null, latency: null };

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

	/** @param answeredAt Unix milliseconds  @param latency milliseconds */
	beat(shardId: number, answeredAt: number, latency: number): void {
		const { status } = this.of(shardId);
		this.#conditions.set(shardId, { status, heartbeatAt: new Date(answeredAt), latency });
	}

	#become(shardId: number, status: ShardStatus): void {
		this.#conditions.set(shardId, { ...this.of(shardId), status });
		this.#onChange();
	}
}
