import { Command, InvalidArgumentError } from "commander";
import { command } from "./command";
import { type RoleUrls, refuseUnsafeRole } from "./database/roles";
import { announce } from "./lifecycle/announce";
import { lastWords, startBot } from "./lifecycle/bot";
import { build, isBuilt } from "./lifecycle/build";
import type { Closing } from "./lifecycle/closing";
import { fillWhenEmpty, simulatedPast } from "./lifecycle/demo";
import { type Discord, hasCredentials, refusePublicDemo, startSimulatedDiscord } from "./lifecycle/discord";
import { webEnvironment } from "./lifecycle/environment";
import { seconds, step } from "./lifecycle/progress";
import { readyDatabase } from "./lifecycle/ready-database";
import { refuseTakenPort, serve } from "./lifecycle/serve";
import { Refusal } from "./refusal";

const program = new Command("npm start --")
	.description(
		"Sets everything up and serves Guildhall; without Discord credentials, a demo on a simulated Discord.",
	)
	.option("--dev", "serve with Next's development server (npm run dev)", false)
	.option("-p, --port <number>", "the port to serve on (default: PORT, else 3000)", portNumber)
	.addHelpText("after", "\nEvery variable is explained in .env.example. Ctrl-C stops everything in order.")
	.parse();

const flags = program.opts<{ dev: boolean; port?: number }>();

function portNumber(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new InvalidArgumentError("a port is a whole number from 1 to 65535");
}

await command(async (closing) => {
	const begun = performance.now();
	const port = flags.port ?? portNumber(process.env.PORT || "3000");
	const real = hasCredentials(process.env);
	if (!real) refusePublicDemo(process.env);
	await refuseTakenPort(port, "PORT");
	const { urls, server } = await readyDatabase(closing);
	await refuseUnsafeRole("DATABASE_WEB_URL", urls.guildhall_web);
	await refuseUnsafeRole("DATABASE_AUTH_URL", urls.guildhall_auth);
	if (!real) await fillWhenEmpty(urls);
	const discord: Discord = real ? { simulated: false, variables: {} } : await simulated(port, urls, closing);
	const env = await webEnvironment(port, urls, discord.variables);
	if (!flags.dev && !(await isBuilt()))
		await step("Building the application", ({ tick }) => build(env, (chunk) => tick(lastLine(chunk))));
	const web = await step("Serving", () => serving(port, env, discord.simulated));
	closing.add("The web server", web.stop);
	working(urls, { ...env, ...discord.variables }, closing);
	announce(env.NEXTAUTH_URL ?? "", discord.simulated);
	console.log(`Ready in ${seconds(performance.now() - begun)}. Ctrl-C stops it.`);
	const reasons = [web.ended.then(({ reason }) => `${reason}\n${web.tail()}`)];
	if (server) reasons.push(server.ended.then((log) => `The database ended:\n${log}`));
	const reason = await Promise.race(reasons);
	if (!closing.begun) throw new Refusal(`Guildhall is stopping: ${reason}`);
	return 0;
});

async function simulated(port: number, urls: RoleUrls, closing: Closing): Promise<Discord> {
	const { discord, close } = await step("Simulated Discord", async () =>
		startSimulatedDiscord(port, await simulatedPast(urls)),
	);
	closing.add("The simulated Discord", close);
	return discord;
}

/** The worker beside the pages; without a token they show what is stored, and orders wait. */
function working(urls: RoleUrls, variables: NodeJS.ProcessEnv, closing: Closing): void {
	const token = variables.DISCORD_BOT_TOKEN || process.env.DISCORD_BOT_TOKEN;
	if (!token) {
		console.log("The worker is not running: set DISCORD_BOT_TOKEN to follow Discord and carry out orders.");
		return;
	}
	const worker = startBot(
		urls,
		{ ...variables, DISCORD_BOT_TOKEN: token, LOG_LEVEL: process.env.LOG_LEVEL || "warn" },
		[],
		(chunk) => void process.stdout.write(chunk),
	);
	closing.add("The worker", worker.stop);
	void worker.ended.then(({ reason }) => {
		if (closing.begun) return;
		console.error(`\nThe worker stopped: ${lastWords(worker.tail()) ?? reason}`);
		console.error("Until Guildhall is restarted, pages show what is stored and orders wait.\n");
	});
}

/** What the server says before it serves is its own banner; after that it is the log. */
async function serving(port: number, env: NodeJS.ProcessEnv, demo: boolean) {
	const host = process.env.HOST || (demo ? "127.0.0.1" : "0.0.0.0");
	let up = flags.dev;
	const web = await serve(flags.dev ? "dev" : "start", { port, host, env }, (chunk) => {
		if (up) process.stdout.write(chunk);
	});
	up = true;
	return web;
}

function lastLine(chunk: string): string {
	return chunk.trimEnd().split("\n").at(-1) ?? "";
}
