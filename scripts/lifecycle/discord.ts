import { personId } from "@/prisma/seed/world/people";
import { freePort, isFree } from "@/scripts/database/free-port";
import { Refusal } from "@/scripts/refusal";
import { SIMULATED_CLIENT, startSimulator } from "@/simulator/server";

/** Where Discord is for this run, as environment variables of the application. */
export type Discord = {
	variables: Record<string, string>;
	simulated: boolean;
};

/** Whether credentials of a real Discord application were given. */
export function hasCredentials(env: NodeJS.ProcessEnv): boolean {
	const { DISCORD_CLIENT_ID: id, DISCORD_CLIENT_SECRET: secret } = env;
	if (Boolean(id) === Boolean(secret)) return Boolean(id);
	const [given, missing] = id
		? ["DISCORD_CLIENT_ID", "DISCORD_CLIENT_SECRET"]
		: ["DISCORD_CLIENT_SECRET", "DISCORD_CLIENT_ID"];
	throw new Refusal(
		`${given} is set and ${missing} is not. Set both (Discord's developer portal, page OAuth2), or neither for the demo.`,
	);
}

/**
 * The simulated Discord lets anybody sign in as anybody, so it is for the machine of whoever starts it: refused where
 * the environment says production or an address that others reach, unless GUILDHALL_DEMO=1 asks for it.
 */
export function refusePublicDemo(env: NodeJS.ProcessEnv): void {
	if (env.GUILDHALL_DEMO === "1") return;
	const address = env.NEXTAUTH_URL ? new URL(env.NEXTAUTH_URL).hostname : "localhost";
	const local = ["localhost", "127.0.0.1", "[::1]"].includes(address);
	if (local && env.NODE_ENV !== "production") return;
	throw new Refusal(
		`Without DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET Guildhall runs on a simulated Discord, where everybody can sign in as everybody.\n` +
			`${local ? "NODE_ENV is production" : `NEXTAUTH_URL is ${env.NEXTAUTH_URL}`}: set both, or GUILDHALL_DEMO=1 if a public demo is what you want.`,
	);
}

/**
 * Starts the simulated Discord on `SIMULATOR_PORT`, else on the port after the application's, else on any free one.
 * @param past which demo the database holds
 */
export async function startSimulatedDiscord(
	port: number,
	past: { seed?: number; since?: Date } = {},
): Promise<{ discord: Discord; close: () => Promise<void> }> {
	const simulator = await startSimulator({
		port: await simulatorPort(port),
		live: true,
		...past,
		control: process.env.SIMULATOR_CONTROL === "1",
	});
	return {
		discord: { simulated: true, variables: simulatorVariables(simulator.url) },
		close: simulator.close,
	};
}

/** What makes the application take the simulated Discord at `url` for Discord. */
export function simulatorVariables(url: string): Record<string, string> {
	return {
		DISCORD_CLIENT_ID: SIMULATED_CLIENT.clientId,
		DISCORD_CLIENT_SECRET: SIMULATED_CLIENT.clientSecret,
		DISCORD_BOT_TOKEN: SIMULATED_CLIENT.botToken,
		DISCORD_API_URL: `${url}/api/v10`,
		DISCORD_AUTHORIZE_URL: `${url}/oauth2/authorize`,
		DISCORD_CDN_URL: url,
		GUILDHALL_DEMO: "1",
		GUILDHALL_OPERATORS: process.env.GUILDHALL_OPERATORS ?? personId("operator"),
	};
}

async function simulatorPort(port: number): Promise<number> {
	const wanted = Number(process.env.SIMULATOR_PORT ?? 0);
	if (wanted > 0) {
		if (await isFree(wanted)) return wanted;
		throw new Refusal(
			`Port ${wanted} is in use by another program. Choose another one: SIMULATOR_PORT=… npm start`,
		);
	}
	return (await isFree(port + 1)) ? port + 1 : freePort();
}
