import { Command, InvalidArgumentError } from "commander";
import pg from "pg";
import { isSnowflake } from "@/lib/discord/snowflake";
import { checkFiles, importFiles } from "@/lib/import/files";
import type { FileOutcome } from "@/lib/import/outcome";
import { claimGuilds } from "@/lib/import/owner";
import { command } from "./command";
import { migrate, migrationState } from "./database/migrate";
import { type OpenDatabase, openDatabase } from "./database/open";
import { Progress } from "./import/progress";
import { jsonSummary, tableSummary } from "./import/summary";
import type { Closing } from "./lifecycle/closing";
import { Refusal } from "./refusal";

type Options = { guildOwner?: string; dryRun?: boolean; json?: boolean };

const program = new Command("npm run import --")
	.description("Imports channels exported by DiscordChatExporter as JSON.")
	.argument("<file...>", "exports from any version of the exporter, in any order")
	.option("--guild-owner <discord id>", "makes this person the administrator of the imported servers", userId)
	.option("--dry-run", "only check the files, without a database")
	.option("--json", "print the summary as JSON")
	.addHelpText(
		"after",
		`
Importing a file again changes nothing, and of two exports of a message the later one counts, whatever comes first.
A message that a later export lacks is kept. A broken file is named with the byte and the reason, nothing of it is
imported, and the others go on. Ctrl-C ends after the batch under way; the same command goes on from there.

--guild-owner gives level 6 (administrator) in the dashboard, and only in a server where nobody else has access yet;
where somebody has, the files are imported all the same and the exit status is 1.

The database is the one in DATABASE_BOT_URL and its siblings, else the one in DATABASE_URL, else this clone's own.

Exit status: 0 all files are imported, 1 a file was broken, --guild-owner was refused or something failed, 2 the command
was not understood, 130 interrupted.`,
	)
	.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
	.parse();

function userId(value: string): string {
	if (isSnowflake(value)) return value;
	throw new InvalidArgumentError("It is a number of 17 to 19 digits.");
}

const interrupted = 130;

await command(async (closing) => {
	const options = program.opts<Options>();
	const progress = new Progress(process.stderr);
	const stop = new AbortController();
	const database = options.dryRun ? undefined : await ready(closing, progress);
	let running = true;
	const work = perform(options, database, { observer: progress, signal: stop.signal }).finally(() => {
		running = false;
	});
	closing.add("The import", async () => {
		if (!running) return;
		progress.note("Finishing the current batch …");
		stop.abort();
		await work;
	});
	return work;
});

type Run = { observer: Progress; signal: AbortSignal };

/** @returns the exit status */
async function perform(options: Options, database: OpenDatabase | undefined, run: Run): Promise<number> {
	const { outcomes, refused } = database
		? await write(database.urls.guildhall_bot, options, run)
		: { outcomes: await checkFiles(program.args, run), refused: false };
	console.log(options.json ? JSON.stringify(jsonSummary(outcomes), null, "\t") : tableSummary(outcomes));
	if (run.signal.aborted) {
		run.observer.note("Interrupted. Run the same command again to continue.");
		return interrupted;
	}
	return refused || outcomes.some(({ state }) => state === "broken") ? 1 : 0;
}

type Result = {
	outcomes: FileOutcome[];
	/** Whether a server did not become the one's whom --guild-owner names. */
	refused: boolean;
};

async function write(url: string, { guildOwner }: Options, run: Run): Promise<Result> {
	const client = new pg.Client({ connectionString: url, application_name: "guildhall-import" });
	await client.connect();
	try {
		const outcomes = await importFiles(client, program.args, run);
		const claims = guildOwner ? await claimGuilds(client, outcomes, guildOwner) : [];
		for (const { sentence } of claims) run.observer.note(sentence);
		return { outcomes, refused: claims.some((claim) => claim.refused) };
	} finally {
		await client.end();
	}
}

async function ready(closing: Closing, observer: Progress): Promise<OpenDatabase> {
	const database = await openDatabase({ share: true });
	closing.add("The database", database.close);
	for (const note of database.notes) observer.note(note);
	await ensureMigrated(database);
	return database;
}

/** The clone's own database is migrated on the way; somebody's server is not changed without being asked. */
async function ensureMigrated({ server, urls }: OpenDatabase): Promise<void> {
	if (server) {
		await migrate(urls.guildhall_owner, () => {});
		return;
	}
	const { pending } = await migrationState(urls.guildhall_owner);
	if (pending.length === 0) return;
	throw new Refusal(`The database lacks ${pending.join(", ")}. Run npm run db:migrate first.`);
}
