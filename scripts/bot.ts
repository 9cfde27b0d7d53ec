import { command } from "./command";
import { migrationState } from "./database/migrate";
import { openDatabase } from "./database/open";
import { lastWords, startBot } from "./lifecycle/bot";
import { Refusal } from "./refusal";

const args = process.argv.slice(2);
const asksForHelp = args.includes("--help") || args.includes("-h");

await command(async (closing) => {
	const urls = asksForHelp ? { guildhall_bot: "" } : (await ready()).urls;
	const worker = startBot(urls, process.env, args, (chunk) => process.stdout.write(chunk));
	closing.add("The worker", worker.stop);
	if (!asksForHelp)
		console.log("The worker is running. Ctrl-C stops it; the next run continues where it left off.");
	const { status } = await worker.ended;
	const reason = status === 0 ? undefined : lastWords(worker.tail());
	if (reason !== undefined) console.error(`\n${reason}`);
	return status;

	async function ready() {
		requireCredentials(process.env);
		const database = await openDatabase({ share: true });
		closing.add("The database", database.close);
		for (const note of database.notes) console.log(note);
		const { pending } = await migrationState(database.urls.guildhall_owner);
		if (pending.length > 0)
			throw new Refusal(`${pending.length} migrations are pending. Apply them first: npm run db:migrate`);
		return database;
	}
});

/** @throws Refusal naming what the worker cannot do without */
function requireCredentials({ DISCORD_BOT_TOKEN: token, DISCORD_CLIENT_ID: id }: NodeJS.ProcessEnv): void {
	if (!token)
		throw new Refusal(
			"DISCORD_BOT_TOKEN is not set: the bot's token (Discord's developer portal, page Bot). The demo's worker runs with `npm start`.",
		);
	if (!id)
		throw new Refusal("DISCORD_CLIENT_ID is not set: the application's id (Discord's developer portal).");
}
