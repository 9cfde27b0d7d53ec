import { GatewayOpcodes } from "discord-api-types/v10";
import { z } from "zod";
import { receivedNow } from "@/bot/gateway/clock";
import type { QueuedFrame } from "@/bot/gateway/stream";
import type { Reach } from "@/bot/reconcile/reach";

/** A request whose chunks are not all there by then is made again. */
const PATIENCE_MS = 60_000;
const ATTEMPTS = 5;

const chunk = z.object({ nonce: z.string(), chunk_index: z.int(), chunk_count: z.int() });

type Waiting = { seen: Set<number>; done(complete: boolean): void };

/** Asks for all members of guilds; the chunks come over the gateway, and are stored as frames like others. */
export class MemberRequests {
	readonly #waiting = new Map<string, Waiting>();

	/** @param frames that are in the tables now */
	note(frames: readonly QueuedFrame[]): void {
		if (this.#waiting.size === 0) return;
		for (const { t, d } of frames) {
			if (t !== "GUILD_MEMBERS_CHUNK") continue;
			const { data } = chunk.safeParse(d);
			const waiting = data && this.#waiting.get(data.nonce);
			if (!data || !waiting) continue;
			waiting.seen.add(data.chunk_index);
			if (waiting.seen.size === data.chunk_count) waiting.done(true);
		}
	}

	/** Resolves when every chunk is in the tables. @throws Error where they do not come */
	async ask(reach: Reach, guildId: string): Promise<void> {
		for (let attempt = 0; attempt < ATTEMPTS && !reach.signal.aborted; attempt++) {
			if (await this.#askOnce(reach, guildId)) return;
		}
		throw new Error("the guild's members did not come");
	}

	async #askOnce(reach: Reach, guildId: string): Promise<boolean> {
		const nonce = receivedNow();
		const answered = this.#answer(nonce, reach.signal);
		const d = { guild_id: guildId, query: "", limit: 0, nonce } as const;
		await reach.send(guildId, { op: GatewayOpcodes.RequestGuildMembers, d });
		return answered;
	}

	#answer(nonce: string, signal: AbortSignal): Promise<boolean> {
		return new Promise((resolve) => {
			const done = (complete: boolean) => {
				clearTimeout(timer);
				signal.removeEventListener("abort", giveUp);
				this.#waiting.delete(nonce);
				resolve(complete);
			};
			const giveUp = () => done(false);
			const timer = setTimeout(giveUp, PATIENCE_MS);
			signal.addEventListener("abort", giveUp);
			this.#waiting.set(nonce, { seen: new Set(), done });
		});
	}
}
