import { pino } from "pino";
import { expect, test } from "vitest";
import { type QueuedFrame, Stream } from "@/bot/gateway/stream";
import { Writer } from "@/bot/gateway/writer";
import type { Db, Scope } from "@/bot/scope";

const empty: Db = { rows: async () => [], run: async () => undefined };
const scope: Scope = {
	...empty,
	transaction: (work) => work(empty),
	session: () => Promise.reject(new Error("no connection")),
	listen: async () => undefined,
	close: async () => undefined,
};

const frame = (sequence: number, t: string): QueuedFrame => ({
	...{ shardId: 0, sequence, t, d: {}, receivedAt: "2026-11-21T12:00:00.000000Z" },
	session: { sessionId: "one", resumeURL: "ws://localhost", shardCount: 1 },
});

test("an event that nobody has decided about is told of once", async () => {
	const said: { event?: string; msg: string }[] = [];
	const log = pino({ level: "warn" }, { write: (line) => void said.push(JSON.parse(line)) });
	const stream = new Stream({ capacity: 100, onFull: () => undefined, onRoom: () => undefined });
	const end = new AbortController();
	const writer = new Writer({
		...{ scope, stream, log, applicationId: "1", botId: "2", storeContent: true },
		confirm: async () => undefined,
		onCommit: () => end.abort(),
		onTrouble: async () => false,
		onRelief: () => undefined,
		recover: async () => undefined,
	});
	const events = ["GUILD_HOLOGRAM_CREATE", "TYPING_START", "GUILD_HOLOGRAM_CREATE", "GUILD_ECHO"];
	for (const [index, event] of events.entries()) stream.push(frame(index + 1, event));
	await writer.run(end.signal);
	expect(said.map(({ event }) => event)).toEqual(["GUILD_HOLOGRAM_CREATE", "GUILD_ECHO"]);
});
