import { SimpleShardingStrategy } from "@discordjs/ws";
import { WebSocket } from "ws";

/**
 * All shards in this process, whose sockets can be told to stop reading: TCP then makes Discord wait. The client has no
 * backpressure of its own and keeps its sockets to itself; a test notices should it ever hide them elsewhere.
 */
export class PausableStrategy extends SimpleShardingStrategy {
	/** @returns how many sockets were told */
	pause(paused: boolean): number {
		const sockets = this.#sockets();
		for (const socket of sockets) {
			if (paused) socket.pause();
			else socket.resume();
		}
		return sockets.length;
	}

	#sockets(): WebSocket[] {
		const shards: unknown = Reflect.get(this, "shards");
		if (!(shards instanceof Map)) return [];
		const connections = [...shards.values()].map((shard): unknown => Reflect.get(shard, "connection"));
		return connections.filter((connection) => connection instanceof WebSocket);
	}
}
