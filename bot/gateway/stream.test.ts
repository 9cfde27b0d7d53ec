import { describe, expect, test } from "vitest";
import { type QueuedFrame, Stream } from "./stream";

const forever = new AbortController().signal;

function frame(sequence: number, more: Partial<QueuedFrame> = {}): QueuedFrame {
	const session = { sessionId: "one", resumeURL: "ws://localhost", shardCount: 1 };
	return { shardId: 0, sequence, t: "MESSAGE_CREATE", d: {}, receivedAt: "", session, ...more };
}

function opened(capacity = 100) {
	const told: string[] = [];
	const stream = new Stream({ capacity, onFull: () => told.push("full"), onRoom: () => told.push("room") });
	return { stream, told };
}

const sequences = (frames: QueuedFrame[]) => frames.map(({ sequence }) => sequence);

describe("frames", () => {
	test("come out in the order in which they went in, at most as many as asked for", async () => {
		const { stream } = opened();
		for (const sequence of [1, 2, 3]) stream.push(frame(sequence));
		expect(sequences(await stream.take(2, forever))).toEqual([1, 2]);
		expect(sequences(await stream.take(2, forever))).toEqual([3]);
	});

	test("are waited for, and the end of the waiting brings none", async () => {
		const { stream } = opened();
		const first = stream.take(10, forever);
		stream.push(frame(1));
		expect(sequences(await first)).toEqual([1]);
		const stop = new AbortController();
		const none = stream.take(10, stop.signal);
		stop.abort();
		expect(await none).toEqual([]);
	});

	test("that a resumed session repeats are left out; another session counts anew", async () => {
		const { stream } = opened();
		for (const sequence of [1, 2, 2, 1, 3]) stream.push(frame(sequence));
		stream.push(frame(1, { session: { sessionId: "two", resumeURL: "", shardCount: 1 } }));
		expect(sequences(await stream.take(10, forever))).toEqual([1, 2, 3, 1]);
	});

	test("of READY count although the frame behind it came first", async () => {
		const { stream } = opened();
		stream.push(frame(2, { t: "GUILD_CREATE" }));
		stream.push(frame(1, { t: "READY" }));
		expect(sequences(await stream.take(10, forever))).toEqual([2, 1]);
	});

	test("that were forgotten are taken when they come again", async () => {
		const { stream } = opened();
		stream.push(frame(1));
		stream.clear();
		stream.push(frame(1));
		expect(sequences(await stream.take(10, forever))).toEqual([1]);
	});
});

describe("a full stream", () => {
	test("asks for a pause once, and for more when half of it is gone", async () => {
		const { stream, told } = opened(4);
		for (const sequence of [1, 2, 3, 4, 5]) stream.push(frame(sequence));
		expect(told).toEqual(["full"]);
		expect(stream.full).toBe(true);
		await stream.take(2, forever);
		expect(told).toEqual(["full"]);
		await stream.take(2, forever);
		expect(told).toEqual(["full", "room"]);
	});

	test("weighs a guild by its members, and hands a heavy one out alone", async () => {
		const { stream, told } = opened(100);
		const guild = { members: Array.from({ length: 1_000 }, () => ({})) };
		stream.push(frame(1, { t: "GUILD_CREATE", d: guild }));
		stream.push(frame(2));
		expect(told).toEqual(["full"]);
		expect(sequences(await stream.take(50, forever))).toEqual([1]);
		expect(sequences(await stream.take(50, forever))).toEqual([2]);
	});
});
