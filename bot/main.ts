import { Command, InvalidArgumentError } from "commander";
import { botEnv } from "@/bot/env";
import { RefusedByDiscord } from "@/bot/gateway/refusal";
import { openLog } from "@/bot/log";
import { runBot } from "@/bot/run";

/** The status (EX_CONFIG of sysexits.h) by which a supervisor knows that starting again cannot help. */
const NEEDS_SETTING = 78;

function shardRange(text: string): number[] {
	const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
	const [from, to] = [Number(first), Number(last)];
	if (first === undefined || to < from) throw new InvalidArgumentError("say 3, or 0-7");
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function count(text: string): number {
	if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("a whole number from 1 on");
	return Number(text);
}

function days(text: string): number {
	const [, number] = /^(\d{1,4})d$/.exec(text) ?? [];
	if (number === undefined) throw new InvalidArgumentError("a number of days, such as 30d");
	return Number(number);
}

const flags = new Command("npm run bot --")
	.description("Writes what happens on Discord into the database, and carries the dashboard's orders out.")
	.option(
		"--shards <number>",
		"into how many shards the bot is split (default: as Discord recommends)",
		count,
	)
	.option("--shard-ids <a-b>", "which of them this process runs (default: all)", shardRange)
	.option("--backfill <days>", "read the messages of so many days before the bot came, such as 30d", days)
	.addHelpText(
		"after",
		"\nThe variables are explained in .env.example. Ctrl-C ends it; it goes on where it stopped.",
	)
	.parse()
	.opts<{ shards?: number; shardIds?: number[]; backfill?: number }>();

// biome-ignore lint/style/noProcessEnv: the entry of the process; everything else is given its variables
const env = botEnv(process.env);
const log = openLog(env.LOG_LEVEL);
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());
process.once("disconnect", () => stop.abort());

try {
	await runBot(
		env,
		{
			shardCount: flags.shards ?? null,
			shardIds: flags.shardIds ?? null,
			backfillDays: flags.backfill ?? null,
		},
		log,
		stop.signal,
	);
	process.exit(0);
} catch (error) {
	if (error instanceof RefusedByDiscord) {
		log.fatal({ refusal: error.refusal }, error.message);
		process.exit(NEEDS_SETTING);
	}
	log.fatal({ err: error }, error instanceof Error ? error.message : "the worker cannot go on");
	process.exit(1);
}
