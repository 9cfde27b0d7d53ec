import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Command } from "commander";
import { print, seconds } from "@/bench/measure/figure";
import { quantile } from "@/bench/measure/timing";
import { freePort } from "@/scripts/database/free-port";
import { root } from "@/scripts/lifecycle/processes";

/** `npm start` brings its own. */
export const bringsServer = true;

const LOOK_EVERY_MS = 20;

/** Seconds from `npm start` to the first page, where it ran before; against npm itself, which a slow machine slows as well. */
export async function run(args: string[]): Promise<void> {
	const { rounds } = new Command("start")
		.option("--rounds <number>", "how often it is started", "5")
		.parse(args, { from: "user" })
		.opts<{ rounds: string }>();
	await startOnce();
	const starts: number[] = [];
	const alone: number[] = [];
	for (let round = 0; round < Number(rounds); round++) {
		starts.push(await startOnce());
		alone.push(await seconds(async () => once(spawn("npm", ["--version"], { stdio: "ignore" }), "close")));
	}
	const middle = (times: number[]) =>
		quantile(
			times.toSorted((a, b) => a - b),
			0.5,
		);
	const value = middle(starts);
	print({
		figure: "npm start where it ran before, until a page is served",
		value,
		unit: "s",
		ratio: value / middle(alone),
		against: "npm --version",
		target: "≤ 6 s",
	});
}

/**
 * @returns the seconds until `/sign-in` was answered; it has ended when this returns
 * @throws Error with what it said, where it ends before that
 */
async function startOnce(): Promise<number> {
	const port = await freePort();
	const begun = performance.now();
	// A group of its own, which is interrupted as a whole, as a terminal does.
	const child = spawn("npm", ["start", "--", "--port", String(port)], { cwd: root, detached: true });
	let said = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
	const ended = once(child, "close");
	try {
		while (!(await answers(`http://localhost:${port}/sign-in`))) {
			if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said}`);
			await pause(LOOK_EVERY_MS);
		}
		return (performance.now() - begun) / 1000;
	} finally {
		if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
		await ended;
	}
}

async function answers(address: string): Promise<boolean> {
	return fetch(address).then(
		(response) => response.ok,
		() => false,
	);
}
