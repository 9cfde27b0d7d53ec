import { EventEmitter } from "node:events";
import type pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { keepListening } from "./listening";

/** A connection that answers as it is told to, and says when it is ended. */
class Connection extends EventEmitter {
	readonly query: () => Promise<unknown>;
	readonly ended = vi.fn();
	constructor(query: () => Promise<unknown>) {
		super();
		this.query = query;
	}
	escapeIdentifier = (name: string) => `"${name}"`;
	async end(): Promise<void> {
		this.ended();
		this.emit("end");
	}
}

const stopping = new AbortController();
const settings = { channel: "news", payload: vi.fn(), connected: vi.fn(), failed: vi.fn() };
let running: Promise<void> | undefined;

/** Listens on these connections, one after the other. */
function listenOn(connections: Connection[]): void {
	const next = connections.values();
	const connect = async () =>
		(next.next().value as pg.Client | undefined) ?? Promise.reject(new Error("no more"));
	running = keepListening({ ...settings, connect }, stopping.signal);
}

afterEach(async () => {
	stopping.abort();
	await running;
});

it("ends a connection on which it could not listen, and one that is lost as soon as it listens", async () => {
	const refused = new Connection(() => Promise.reject(new Error("no rights")));
	const lost: Connection = new Connection(async () => void lost.emit("end"));
	const good = new Connection(async () => undefined);
	listenOn([refused, lost, good]);
	await vi.waitFor(() => expect(settings.connected.mock.calls).toEqual([[false], [true], [false], [true]]), {
		timeout: 5_000,
	});
	expect(settings.failed.mock.calls).toEqual([[new Error("no rights")]]);
	expect([refused, lost, good].map(({ ended }) => ended.mock.calls.length)).toEqual([1, 1, 0]);
	refused.emit("notification", { payload: "late" });
	good.emit("notification", { payload: "news" });
	expect(settings.payload.mock.calls).toEqual([["news"]]);
	stopping.abort();
	await running;
	expect(good.ended).toHaveBeenCalledOnce();
});
