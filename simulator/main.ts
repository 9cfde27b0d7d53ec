import { Command, InvalidArgumentError } from "commander";
import { SIMULATED_CLIENT, startSimulator } from "./server";

type Flags = {
	port: number;
	hostname: string;
	seed: number;
	clientId: string;
	clientSecret: string;
	botToken: string;
	redirectUri?: string[];
	control: boolean;
	live: boolean;
};

function wholeNumber(text: string): number {
	if (!/^\d+$/.test(text)) throw new InvalidArgumentError("a whole number is needed");
	return Number(text);
}

const flags = new Command()
	.name("simulator")
	.description("A local Discord for the demo and for tests: OAuth2, REST, gateway, pictures.")
	.option("--port <number>", "port to listen on; 0 takes a free one", wholeNumber, 3100)
	.option("--hostname <name>", "address to listen on", "127.0.0.1")
	.option("--seed <number>", "which demo population to serve", wholeNumber, 1)
	.option("--client-id <id>", "the application's id", SIMULATED_CLIENT.clientId)
	.option("--client-secret <secret>", "the application's secret", SIMULATED_CLIENT.clientSecret)
	.option("--bot-token <token>", "the bot's token", SIMULATED_CLIENT.botToken)
	.option("--redirect-uri <uri...>", "registered redirect addresses (default: any on this machine)")
	.option("--control", "serve /_simulator, with which tests make Discord misbehave", false)
	.option("--live", "let a little happen by itself", false)
	.parse()
	.opts<Flags>();

const { redirectUri, ...settings } = flags;
const simulator = await startSimulator({ ...settings, redirectUris: redirectUri ?? null });
process.stdout.write(`Simulated Discord: ${simulator.url}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.once(signal, () => void simulator.close());
}
