import { Command } from "commander";
import { command } from "./command";
import { type MigrationState, migrate, migrationState } from "./database/migrate";
import { openDatabase } from "./database/open";

const program = new Command("npm run db:migrate --")
	.description("Brings the database up to the migrations of this checkout.")
	.option("--status", "only say what is applied and what is pending")
	.addHelpText(
		"after",
		`
The database is the one in DATABASE_OWNER_URL and its siblings, else the one in DATABASE_URL (whose role may create
roles), else the embedded one of this clone.

Exit status: 0 up to date (now), 1 failed, 2 (--status) migrations are pending or history and files disagree.`,
	)
	.parse();

await command(async (closing) => {
	const database = await openDatabase({ share: true });
	closing.add("The database", database.close);
	for (const note of database.notes) console.log(note);
	const url = database.urls.guildhall_owner;
	if (program.opts<{ status?: boolean }>().status) return report(await migrationState(url));
	const applied = await migrate(url, (name, ms) => console.log(`  applied ${name} (${Math.round(ms)} ms)`));
	console.log(applied.length === 0 ? "The database is up to date." : `${applied.length} migrations applied.`);
	return 0;
});

function report(state: MigrationState): number {
	for (const name of state.applied) console.log(`  applied  ${name}`);
	for (const name of state.pending) console.log(`  pending  ${name}`);
	for (const name of state.edited) console.log(`  EDITED   ${name} changed after it was applied`);
	for (const name of state.failed) console.log(`  FAILED   ${name} did not finish`);
	for (const name of state.unknown)
		console.log(`  UNKNOWN  ${name} is in the database and not in this checkout`);
	const open = state.pending.length + state.edited.length + state.failed.length + state.unknown.length;
	console.log(open === 0 ? "The database is up to date." : `${open} not settled.`);
	return open === 0 ? 0 : 2;
}
