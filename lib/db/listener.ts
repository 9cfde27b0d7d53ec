import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** What a listener tells: each payload, and whether any can arrive. */
export type ListenerEvents = { payload: (text: string) => void; connected: (now: boolean) => void };

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** A connection whose other end is gone without a word is noticed by asking, this often (milliseconds). */
const ASK_MS = 20_000;
const ANSWER_MS = 5_000;

/**
 * Listens to one channel as the web role, on a connection of its own that lives as long as it is wanted: one that is
 * lost is opened again, after pauses that grow. What was said meanwhile is not told.
 * @param channel a plain SQL name
 * @returns how to stop
 */
export function listen(channel: string, events: ListenerEvents): () => void {
	const stopping = new AbortController();
	void keepListening(channel, events, stopping.signal);
	return () => stopping.abort();
}

async function keepListening(channel: string, events: ListenerEvents, stopping: AbortSignal): Promise<void> {
	let pause = FIRST_PAUSE_MS;
	while (!stopping.aborted) {
		try {
			await listenOnce(channel, events, stopping, () => {
				pause = FIRST_PAUSE_MS;
				if (!stopping.aborted) events.connected(true);
			});
		} catch (error) {
			log().warn({ err: error, channel }, "the database's notifications are not heard");
		}
		if (stopping.aborted) return;
		events.connected(false);
		await wait(pause * (0.5 + Math.random()), undefined, { signal: stopping }).catch(() => undefined);
		pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
	}
}

/** Until the connection is lost or no longer wanted. */
async function listenOnce(
	channel: string,
	{ payload }: ListenerEvents,
	stopping: AbortSignal,
	onReady: () => void,
): Promise<void> {
	const client = new pg.Client({
		connectionString: env().DATABASE_WEB_URL,
		application_name: "guildhall-live",
		connectionTimeoutMillis: ANSWER_MS,
		query_timeout: ANSWER_MS,
		keepAlive: true,
	});
	const ended = new Promise<void>((resolve) => {
		client.once("end", resolve);
		client.on("error", () => resolve());
		stopping.addEventListener("abort", () => resolve(), { once: true });
	});
	client.on("notification", (message) => payload(message.payload ?? ""));
	try {
		await client.connect();
		await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
		onReady();
		await Promise.race([ended, silence(client, stopping)]);
	} finally {
		void client.end().catch(() => undefined);
	}
}

/** Ends when the other end of the connection no longer answers. */
async function silence(client: pg.Client, stopping: AbortSignal): Promise<void> {
	while (!stopping.aborted) {
		await wait(ASK_MS, undefined, { signal: stopping, ref: false }).catch(() => undefined);
		const answers = await client.query("SELECT").then(
			() => true,
			() => false,
		);
		if (!answers) return;
	}
}
