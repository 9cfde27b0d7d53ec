import { Command } from "commander";
import { command } from "./command";
import { roleVariables } from "./database/roles";
import { roleNames } from "./database/secrets";
import { chromium } from "./lifecycle/chromium";
import type { Closing } from "./lifecycle/closing";
import { type Counts, sentence, sum } from "./lifecycle/counts";
import { seconds, step } from "./lifecycle/progress";
import { type Part, parts, runPart } from "./lifecycle/suites";
import { startTestApp } from "./lifecycle/test-app";
import { freshDemo, startTestServer } from "./lifecycle/test-database";

const program = new Command("npm test --")
	.description("Sets everything up and runs the tests; the last line is `N passed, N failed`.")
	.argument(
		"[what...]",
		`any of ${parts.join(", ")} (default: all), then parts of file names to run only those`,
	)
	.addHelpText("after", "\nExit status: 0 when all passed, 1 when one failed or none ran.")
	.parse();

const chosen = parts.filter((part) => program.args.includes(part));
const filters = program.args.filter((word) => !parts.some((part) => part === word));

await command(async (closing) => {
	forgetSettings();
	const begun = performance.now();
	const wanted = chosen.length > 0 ? chosen : [...parts];
	const results: Counts[] = [];
	const variables: Record<string, string> = {};
	if (wanted.includes("browser"))
		variables.CHROMIUM_PATH = await step("Browser", async ({ say }) => chromium(say));
	if (wanted.some((part) => part !== "unit")) Object.assign(variables, await surroundings(wanted, closing));
	for (const part of wanted) {
		console.log(`\n── ${part} tests ──`);
		results.push(await runPart(part, variables, filters, closing));
	}
	const total = sum(results);
	console.log(
		`\n${wanted.map((part, index) => `${part}: ${sentence(results[index] ?? sum([]))}`).join("\n")}`,
	);
	console.log(`in ${seconds(performance.now() - begun)}`);
	await closing.run();
	console.log(`${total.passed} passed, ${total.failed} failed`);
	return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** A server for the tests and, where a part drives the application, the application on a copy of the demo. */
async function surroundings(wanted: Part[], closing: Closing): Promise<Record<string, string>> {
	const server = await step("Tests' database", () => startTestServer(closing));
	const drives = wanted.includes("http") || wanted.includes("browser");
	const urls = drives
		? await step("Demo database", () => freshDemo(server))
		: await server.roles("guildhall_app");
	const named = Object.fromEntries(roleNames.map((role) => [roleVariables[role], urls[role]]));
	const app = drives ? await startTestApp(urls, closing) : {};
	return { TEST_DATABASE_ADMIN_URL: server.adminUrl, ...named, ...app };
}

/** Tests answer alike on every machine: settings of this one are left out. */
function forgetSettings(): void {
	const ours =
		/^(DATABASE_|DISCORD_|NEXTAUTH_|GUILDHALL_|SIMULATOR_|REDIS_URL$|STORE_MESSAGE_CONTENT$|PORT$|HOST$|LOG_LEVEL$|TEST_)/;
	for (const name of Object.keys(process.env).filter((key) => ours.test(key))) delete process.env[name];
}
