import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GatewayClient } from "../gateway/client";
import { knownIntents } from "../gateway/intents";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "../server";

const root = path.resolve(import.meta.dirname, "../..");

let open: Simulator;
let shut: Simulator;
beforeAll(async () => {
	open = await startSimulator({ port: 0, control: true });
	shut = await startSimulator({ port: 0 });
});
afterAll(() => Promise.all([open.close(), shut.close()]));

type Ended = { status: number | null; said: string; complained: string };

/** Collects what a process says. */
function listenTo(child: ChildProcess): { ended: Promise<Ended>; said(words: string): Promise<void> } {
	let [said, complained] = ["", ""];
	child.stderr?.on("data", (chunk) => {
		complained += String(chunk);
	});
	const waiting: { words: string; resolve: () => void }[] = [];
	child.stdout?.on("data", (chunk) => {
		said += String(chunk);
		for (const { words, resolve } of waiting) if (said.includes(words)) resolve();
	});
	return {
		ended: once(child, "close").then(([status]) => ({ status, said, complained })),
		said: (words) => new Promise((resolve) => waiting.push({ words, resolve })),
	};
}

/** `npm run simulate -- …` */
const simulate = (...args: string[]) =>
	spawn(process.execPath, ["scripts/run.mjs", "simulate", ...args], { cwd: root });

describe("npm run simulate", { timeout: 60_000 }, () => {
	it("plays at the rate that is asked for, and a bot hears it", async () => {
		const bot = await GatewayClient.connect(open.state.gateway.url);
		const properties = { os: "linux", browser: "test", device: "test" };
		bot.send(2, { token: SIMULATED_CLIENT.botToken, intents: knownIntents, properties });
		await bot.dispatch("READY");
		const { ended } = listenTo(simulate("--rate", "200", "--seconds", "1", "--url", open.url));
		await bot.dispatch("MESSAGE_CREATE");
		const { status, said, complained } = await ended;
		expect({ status, complained }).toEqual({ status: 0, complained: "" });
		expect(said).toContain("Playing 200 events a second");
		const [, events, seconds] = /(\d+) events in ([\d.]+) s\./.exec(said) ?? [];
		expect(Number(events) / Number(seconds)).toBeGreaterThan(50);
		expect(Number(events) / Number(seconds)).toBeLessThan(300);
		expect(bot.names().length).toBeGreaterThan(50);
		bot.close();
	});

	it("ends its play when it is ended", async () => {
		const child = simulate("--rate", "5", "--url", open.url);
		const { ended, said } = listenTo(child);
		await said("Playing 5 events a second");
		child.kill("SIGINT");
		expect((await ended).status).not.toBe(0);
		const play = await fetch(`${open.url}/_simulator/play`);
		expect(await play.json()).toMatchObject({ running: false });
	});

	it("says what is wrong with what it is given, and fails", async () => {
		const wrong: [args: string[], why: string][] = [
			[["--rate", "fast"], "a number above 0 is needed"],
			[["--speed", "5"], "unknown option '--speed'"],
			[["--url", "nowhere"], "an address such as http://127.0.0.1:3100 is needed"],
			[["--url", "http://127.0.0.1:1"], "There is no simulated Discord at http://127.0.0.1:1."],
			[["--url", shut.url], "was started without --control"],
			[["--url", open.url, "--guild", "100000000000000000"], "has no such server"],
		];
		const found = await Promise.all(wrong.map(([args]) => listenTo(simulate(...args)).ended));
		for (const [index, { status, complained, said }] of found.entries()) {
			expect({ status, said }).toEqual({ status: 1, said: "" });
			expect(complained).toContain(wrong[index]?.[1]);
			expect(complained).not.toMatch(/^\s+at /m);
		}
	});
});
