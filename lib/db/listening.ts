import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";

/** What a listener tells: each payload, whether any can arrive, and why none did. */
export type ListenerEvents = {
	payload(text: string): void;
	connected(now: boolean): void;
	failed(error: unknown): void;
};

export type Listening = ListenerEvents & {
	/** A plain SQL name. */
	channel: string;
	/** Opens a connection of its own, which waits for no answer without end. */
	connect(): Promise<pg.Client>;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** A connection whose other end is gone without a word is noticed by asking, this often (milliseconds). */
const ASK_MS = 20_000;

/**
 * Listens to one channel until `stopping`: a connection that is lost is opened again, after pauses that grow. What was
 * said meanwhile is not told.
 */
export async function keepListening(settings: Listening, stopping: AbortSignal): Promise<void> {
	const { connected, failed } = settings;
	let pause = FIRST_PAUSE_MS;
	while (!stopping.aborted) {
		try {
			await listenOnce(settings, stopping, () => {
				pause = FIRST_PAUSE_MS;
				if (!stopping.aborted) connected(true);
			});
		} catch (error) {
			failed(error);
		}
		if (stopping.aborted) return;
		connected(false);
		await wait(pause * (0.5 + Math.random()), undefined, { signal: stopping }).catch(() => undefined);
		pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
	}
}

/** Until the connection is lost or no longer wanted; it is ended then, whatever happened. */
async function listenOnce(
	{ channel, connect, payload }: Listening,
	stopping: AbortSignal,
	onReady: () => void,
): Promise<void> {
	const client = await connect();
	const over = new AbortController();
	const end = () => over.abort();
	client.once("end", end);
	client.on("error", end);
	client.on("notification", (message) => payload(message.payload ?? ""));
	stopping.addEventListener("abort", end, { once: true, signal: over.signal });
	if (stopping.aborted) end();
	try {
		await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
		onReady();
		await answering(client, over.signal);
	} finally {
		end();
		client.removeAllListeners("notification");
		void client.end().catch(() => undefined);
	}
}

/** For as long as the other end of the connection answers and it is not `over`. */
async function answering(client: pg.Client, over: AbortSignal): Promise<void> {
	let answers = true;
	while (answers) {
		await wait(ASK_MS, undefined, { signal: over, ref: false }).catch(() => undefined);
		if (over.aborted) return;
		answers = await client.query("SELECT").then(
			() => true,
			() => false,
		);
	}
}
