import { isFree } from "@/scripts/database/free-port";
import { Refusal } from "@/scripts/refusal";
import { type Running, startTool } from "./processes";

const READY_MS = 60_000;
const POLL_MS = 50;

/**
 * Refuses a port that something else listens on, on either family of addresses.
 * @param variable the environment variable that would choose another one
 */
export async function refuseTakenPort(port: number, variable: string): Promise<void> {
	if ((await isFree(port)) && (await isFree(port, "0.0.0.0"))) return;
	throw new Refusal(
		`Port ${port} is in use by another program. Choose another one: ${variable}=${port + 10} npm start` +
			"\n(or find the other one: lsof -i :" +
			`${port})`,
	);
}

/**
 * Starts Next's server and waits until it answers.
 * @param mode `start` serves the build, `dev` compiles on demand
 * @param where with `folder`, the application there instead of ours
 * @throws Refusal with its last words when it ends or stays silent for a minute
 */
export async function serve(
	mode: "start" | "dev",
	where: { port: number; host: string; env: NodeJS.ProcessEnv; folder?: string },
	heard?: (chunk: string) => void,
): Promise<Running> {
	const { port, host, env, folder } = where;
	const server = startTool("node_modules/next/dist/bin/next", [mode, "-p", String(port), "-H", host], {
		env: {
			...env,
			NODE_ENV: mode === "start" ? "production" : "development",
			NEXT_TELEMETRY_DISABLED: "1",
			PORT: String(port),
		},
		...(heard ? { heard } : {}),
		...(folder === undefined ? {} : { cwd: folder }),
	});
	const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
	try {
		await answers(`http://${reachable}:${port}/api/health`, server);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
}

async function answers(url: string, server: Running): Promise<void> {
	const deadline = performance.now() + READY_MS;
	let last = "";
	let ended: string | undefined;
	void server.ended.then(({ reason }) => {
		ended = reason;
	});
	while (performance.now() < deadline && ended === undefined) {
		const response = await fetch(url, { signal: AbortSignal.timeout(READY_MS) }).catch(() => undefined);
		if (response?.ok) return;
		last = response ? `${url} answers ${response.status}` : "";
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	throw new Refusal(
		`The web server did not come up (${ended ?? (last || `no answer within ${READY_MS / 1000} s`)}):\n${server.tail()}`,
	);
}
