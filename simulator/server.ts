import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { BOT } from "@/prisma/seed/world/people";
import { createApp } from "./app";
import { serveGateway } from "./gateway/serve";
import { gentle, Stage } from "./play/stage";
import { SimulatorState, type StateSettings } from "./state";

/** The application's default credentials. */
export const SIMULATED_CLIENT = {
	clientId: BOT.id,
	clientSecret: "simulated-client-secret",
	botToken: "simulated-bot-token",
	redirectUris: null,
} as const;

export type SimulatorOptions = Partial<StateSettings> & {
	/** 0 takes any free port. */
	port: number;
	hostname?: string;
	/** Serves `/_simulator`, with which tests make Discord misbehave. Off unless asked for. */
	control?: boolean;
	/** Lets a little happen in the demo's largest server, now and then. Off unless asked for. */
	live?: boolean;
};

export type Simulator = {
	/** The origin, without a slash at the end. */
	url: string;
	port: number;
	state: SimulatorState;
	/** Ends open connections and frees the port. */
	close(): Promise<void>;
};

/**
 * Starts a local Discord over HTTP.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
	const { port, hostname = "127.0.0.1", control = false, live = false, ...settings } = options;
	const state = new SimulatorState({
		...SIMULATED_CLIENT,
		seed: 1,
		now: () => new Date(),
		rateLimit: { limit: 50, windowMs: 1_000 },
		...settings,
	});
	const stage = new Stage(state);
	const server = createServer(getRequestListener(createApp(state, control ? stage : undefined).fetch));
	const endSockets = serveGateway(server, state.gateway, state.client);
	server.listen(port, hostname);
	await once(server, "listening");
	const address = server.address() as AddressInfo;
	state.gateway.url = `ws://${hostname}:${address.port}/gateway`;
	if (live) await stage.begin(gentle);
	return {
		url: `http://${hostname}:${address.port}`,
		port: address.port,
		state,
		close: async () => {
			await stage.end();
			endSockets();
			await closeServer(server);
		},
	};
}

async function closeServer(server: Server): Promise<void> {
	const closed = once(server, "close");
	server.close();
	server.closeAllConnections();
	await closed;
}
