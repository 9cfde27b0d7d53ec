import { freePort } from "@/scripts/database/free-port";
import type { RoleUrls } from "@/scripts/database/roles";
import { startSimulator } from "@/simulator/server";
import { startBot } from "./bot";
import { build, isBuilt } from "./build";
import type { Closing } from "./closing";
import { simulatedPast } from "./demo";
import { simulatorVariables } from "./discord";
import { webEnvironment } from "./environment";
import { step } from "./progress";
import { serve } from "./serve";
import { testHome } from "./test-database";

/**
 * Builds the application if needed and serves the build on a free port, with the demo's database, a simulated Discord
 * that tests can make misbehave, and the worker between the two.
 * @returns what tests find it by: TEST_BASE_URL, TEST_SIMULATOR_URL
 */
export async function startTestApp(urls: RoleUrls, closing: Closing): Promise<Record<string, string>> {
	const simulator = await startSimulator({ port: 0, control: true, ...(await simulatedPast(urls)) });
	closing.add("The simulated Discord", simulator.close);
	const port = await freePort();
	const discord = simulatorVariables(simulator.url);
	const env = await webEnvironment(port, urls, discord, testHome);
	if (!(await isBuilt())) await step("Building the application", () => build(env));
	const web = await step("Serving it", () =>
		serve("start", { port, host: "127.0.0.1", env: { ...env, LOG_LEVEL: "error" } }),
	);
	closing.add("The web server", web.stop);
	const worker = startBot(
		urls,
		{ ...env, ...discord, LOG_LEVEL: "error" },
		[],
		(chunk) => void process.stderr.write(chunk),
	);
	closing.add("The worker", worker.stop);
	return { TEST_BASE_URL: env.NEXTAUTH_URL ?? "", TEST_SIMULATOR_URL: simulator.url };
}
