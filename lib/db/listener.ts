import "server-only";
import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { keepListening, type ListenerEvents } from "./listening";

const ANSWER_MS = 5_000;

/**
 * Listens to one channel as the web role, on a connection of its own that lives as long as it is wanted.
 * @param channel a plain SQL name
 * @returns how to stop
 */
export function listen(channel: string, events: Omit<ListenerEvents, "failed">): () => void {
	const stopping = new AbortController();
	const failed = (err: unknown) => log().warn({ err, channel }, "the database's notifications are not heard");
	void keepListening({ ...events, channel, connect, failed }, stopping.signal);
	return () => stopping.abort();
}

async function connect(): Promise<pg.Client> {
	const client = new pg.Client({
		connectionString: env().DATABASE_WEB_URL,
		application_name: "guildhall-live",
		connectionTimeoutMillis: ANSWER_MS,
		query_timeout: ANSWER_MS,
		keepAlive: true,
	});
	client.on("error", () => undefined);
	await client.connect();
	return client;
}
