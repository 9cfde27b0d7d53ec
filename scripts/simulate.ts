import { setTimeout as wait } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { command } from "./command";
import { Refusal } from "./refusal";

type Flags = { rate: number; seconds?: number; guild?: string; seed: number; url: string };

function positive(text: string): number {
	const value = Number(text);
	if (!(value > 0)) throw new InvalidArgumentError("a number above 0 is needed");
	return value;
}

function address(text: string): string {
	if (!/^https?:/.test(text) || !URL.canParse(text))
		throw new InvalidArgumentError("an address such as http://127.0.0.1:3100 is needed");
	return text;
}

const program = new Command("npm run simulate --")
	.description(
		"Plays a believable server on a running simulated Discord: messages, reactions, joins, bans, voice, commands.",
	)
	.option("--rate <number>", "events a second", positive, 5)
	.option("--seconds <number>", "how long to play (default: until Ctrl-C)", positive)
	.option("--guild <id>", "the server (default: the demo's largest)")
	.option("--seed <number>", "a different number gives a different play", positive, 1)
	.option(
		"--url <address>",
		"the simulated Discord, started with --control",
		address,
		"http://127.0.0.1:3100",
	)
	.parse();

const status = z.object({
	running: z.boolean(),
	report: z.object({ acts: z.number(), events: z.number(), milliseconds: z.number() }).nullable(),
});

await command(async (closing) => {
	const { rate, seconds, guild, seed, url } = program.opts<Flags>();
	const address = new URL("/_simulator/play", url);
	await ask(address, "POST", { rate, seed, seconds, guildId: guild });
	closing.add("The play", async () => {
		await ask(address, "DELETE");
	});
	console.log(`Playing ${rate} events a second on ${url}. Ctrl-C ends it.`);
	for (;;) {
		await wait(500);
		const { running, report } = status.parse(await (await ask(address, "GET")).json());
		if (running) continue;
		if (report) console.log(`${report.events} events in ${(report.milliseconds / 1000).toFixed(1)} s.`);
		return 0;
	}
});

async function ask(address: URL, method: string, body?: object): Promise<Response> {
	const sent = body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
	const response = await fetch(address, { method, ...sent }).catch((cause: unknown) => {
		throw new Refusal(`There is no simulated Discord at ${address.origin}.`, { cause });
	});
	if (response.status === 404) {
		throw new Refusal(`${address.origin} has no such server, or was started without --control.`);
	}
	if (!response.ok)
		throw new Refusal(`${address.origin} answers ${response.status}: ${await response.text()}`);
	return response;
}
