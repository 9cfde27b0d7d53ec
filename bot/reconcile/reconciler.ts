import { setMaxListeners } from "node:events";
import type { QueuedFrame } from "@/bot/gateway/stream";
import { Arrivals } from "@/bot/reconcile/arrivals";
import { Backfill } from "@/bot/reconcile/backfill";
import { catchUp } from "@/bot/reconcile/catch-up";
import { readCommands } from "@/bot/reconcile/commands";
import { MemberRequests } from "@/bot/reconcile/member-requests";
import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { Waker } from "@/bot/reconcile/waker";
import { finishGuild, type Shards, type WantedGuild, wantedGuilds } from "@/bot/reconcile/wanted";
import { Watch } from "@/bot/reconcile/watch";
import { readWebhookChanges } from "@/bot/reconcile/webhook-changes";
import { NO_GUILD } from "@/lib/discord/snowflake";

/** Guilds at once: each waits for Discord most of the time. */
const AT_ONCE = 3;
const LOOK_MS = 30_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 10 * 60_000;

/** Events after which there may be something to read. */
const awakening = new Set(["GUILD_CREATE", "RESUMED", "WEBHOOKS_UPDATE"]);

export type ReconcilerSettings = Omit<Reach, "signal"> & {
	shards(): Shards;
	/** Days of history to read; null for none. */
	backfillDays: number | null;
};

/** Makes guilds right, beside the stream and without holding it up, whenever a session is new. */
export class Reconciler {
	readonly #settings: ReconcilerSettings;
	readonly #waker = new Waker();
	readonly #watch = new Watch();
	readonly #members = new MemberRequests();
	readonly #arrivals = new Arrivals();
	readonly #busy = new Map<string, Promise<void>>();
	readonly #failures = new Map<string, { times: number; until: number }>();
	#commandsDue: boolean;

	constructor(settings: ReconcilerSettings) {
		this.#settings = settings;
		this.#commandsDue = true;
	}

	/** A frame that was received. */
	received(frame: QueuedFrame): void {
		this.#watch.note(frame);
	}

	/** Frames that are in the tables now. */
	committed(frames: readonly QueuedFrame[]): void {
		this.#members.note(frames);
		if (frames.some(({ t }) => t === "READY")) this.#commandsDue = true;
		this.#arrivals.note(frames);
		if (frames.some(({ t }) => awakening.has(t))) this.#waker.wake();
	}

	/** Works until `signal` ends it; what is unfinished then is taken up by the next process. */
	async run(signal: AbortSignal): Promise<void> {
		// Every request listens for the end.
		setMaxListeners(0, signal);
		const reach = { ...this.#settings, signal };
		const backfill = new Backfill(reach, this.#settings.shards, this.#settings.backfillDays);
		while (!signal.aborted) {
			try {
				const waiting = await this.#begin(reach);
				if (waiting === 0 && this.#arrivals.complete(this.#settings.shards().ids)) backfill.begin();
			} catch (error) {
				if (!signal.aborted) reach.log.warn({ err: error }, "guilds cannot be compared with Discord now");
			}
			await this.#waker.wait(this.#pause(), signal);
		}
		await Promise.allSettled([...this.#busy.values(), backfill.ended]);
	}

	/** @returns how many guilds are under way, or wait for their first turn */
	async #begin(reach: Reach): Promise<number> {
		const shards = this.#settings.shards();
		if (shards.count === 0) return 0;
		await readWebhookChanges(reach, shards);
		const wanted = await wantedGuilds(reach.scope, shards);
		if (wanted.length > 0 && this.#commandsDue) await this.#readCommands(reach);
		for (const guild of wanted) {
			if (this.#busy.size >= AT_ONCE) break;
			const { guildId } = guild;
			if (this.#busy.has(guildId) || (this.#failures.get(guildId)?.until ?? 0) > Date.now()) continue;
			const work = this.#compare(reach, guild).finally(() => {
				this.#busy.delete(guildId);
				this.#waker.wake();
			});
			this.#busy.set(guildId, work);
		}
		return wanted.filter(({ guildId }) => !this.#failures.has(guildId)).length;
	}

	async #readCommands(reach: Reach): Promise<void> {
		this.#commandsDue = false;
		try {
			await readCommands(reach, NO_GUILD);
		} catch (error) {
			this.#commandsDue = !isRefusal(error);
			if (!reach.signal.aborted) reach.log.warn({ err: error }, "the commands could not be read");
		}
	}

	async #compare(reach: Reach, guild: WantedGuild): Promise<void> {
		const { guildId } = guild;
		const begun = Date.now();
		try {
			const findings = await catchUp(reach, this.#watch, this.#members, guild);
			await finishGuild(reach.scope, guild);
			this.#failures.delete(guildId);
			reach.log.info({ guildId, ms: Date.now() - begun, ...findings }, "guild compared with Discord");
		} catch (error) {
			if (reach.signal.aborted) return;
			const times = (this.#failures.get(guildId)?.times ?? 0) + 1;
			const pause = Math.min(FIRST_RETRY_MS * 2 ** (times - 1), LAST_RETRY_MS);
			this.#failures.set(guildId, { times, until: Date.now() + pause });
			reach.log.warn(
				{ guildId, err: error, times },
				"a guild could not be compared with Discord; trying again",
			);
		}
	}

	#pause(): number {
		const next = [...this.#failures.values()].map(({ until }) => until - Date.now() + 1);
		return Math.max(1, Math.min(LOOK_MS, ...next.filter((ms) => ms > 0)));
	}
}
