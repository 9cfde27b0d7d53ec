import { Command, InvalidArgumentError } from "commander";
import { loadDemo } from "@/prisma/seed/load";
import { strangers } from "@/prisma/seed/load/erase";
import { createWorld } from "@/prisma/seed/world";
import { command } from "./command";
import { migrationState } from "./database/migrate";
import { openDatabase } from "./database/open";
import { connected } from "./database/roles";
import { seconds, step } from "./lifecycle/progress";
import { Refusal } from "./refusal";

const program = new Command("npm run demo:reset --")
	.description("Erases everything in the database and reloads the demo.")
	.option("--seed <number>", "a different number makes a different population", wholeNumber, 1)
	.option("--force", "erase servers that are not the demo's as well")
	.addHelpText(
		"after",
		`
Accounts, sessions and settings go too: everybody has to sign in again. It happens in one transaction, so a reset that
is interrupted changes nothing; pages wait while it runs.

The database is the one in DATABASE_OWNER_URL and its siblings, else the one in DATABASE_URL, else the embedded one.

Exit status: 0 the demo is loaded, 1 failed, 2 refused because of servers that are not the demo's.`,
	)
	.parse();

function wholeNumber(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("a whole number from 0 to 999999999");
	return Number(text);
}

await command(async (closing) => {
	const { seed, force = false } = program.opts<{ seed: number; force?: boolean }>();
	const database = await openDatabase({ share: true });
	closing.add("The database", database.close);
	for (const note of database.notes) console.log(note);
	const url = database.urls.guildhall_owner;
	const { pending } = await migrationState(url);
	if (pending.length > 0) throw new Refusal("The database is not migrated. Run `npm run db:migrate` first.");
	const known = createWorld().guilds.map(({ id }) => id);
	const others = await connected(url, (client) => strangers(client, known));
	if (others.length > 0 && !force) return refuse(others);
	const { rows, milliseconds } = await step("Loading the demo", ({ tick }) =>
		loadDemo(url, { seed, replace: true, log: tick }),
	);
	console.log(`${rows.toLocaleString("en")} rows in ${seconds(milliseconds)}.`);
	return 0;
});

function refuse(others: readonly { id: string; name: string }[]): number {
	const shown = others.slice(0, 5).map(({ id, name }) => `  ${name} (${id})`);
	const more = others.length > shown.length ? [`  and ${others.length - shown.length} more`] : [];
	console.error(
		["The database holds servers that are not the demo's:", ...shown, ...more].join("\n") +
			"\nNothing was changed. --force erases them.",
	);
	return 2;
}
