import { z } from "zod";
import type { QueuedFrame } from "@/bot/gateway/stream";
import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { readWebhooks } from "@/bot/reconcile/webhooks";
import { snowflake } from "@/lib/discord/snowflake-schema";

const update = z.object({ guild_id: snowflake, channel_id: snowflake });

/** Channels whose webhooks changed; Discord says that, and not how. */
export class WebhookChanges {
	readonly #channels = new Map<string, string>();

	/** @returns whether webhooks have to be read */
	note(frames: readonly QueuedFrame[]): boolean {
		for (const { t, d } of frames) {
			const { data } = t === "WEBHOOKS_UPDATE" ? update.safeParse(d) : { data: undefined };
			if (data) this.#channels.set(data.channel_id, data.guild_id);
		}
		return this.#channels.size > 0;
	}

	/** Reads the webhooks of those channels. @throws what keeps it from reading; those left are read next time */
	async read(reach: Reach): Promise<void> {
		for (const [channelId, guildId] of this.#channels) {
			this.#channels.delete(channelId);
			try {
				await readWebhooks(reach, guildId, channelId);
			} catch (error) {
				if (isRefusal(error)) continue;
				this.#channels.set(channelId, guildId);
				throw error;
			}
		}
	}
}
