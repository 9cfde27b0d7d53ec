import { Command } from "commander";
import type pg from "pg";
import { command } from "./command";
import { openDatabase } from "./database/open";
import { connected } from "./database/roles";
import { refuseNoGuildId } from "./guild-id";

const program = new Command("npm run changes:verify --")
	.description("Recomputes the hash chain of every guild's change log and says whether it holds.")
	.option("--guild <id>", "only this guild")
	.addHelpText(
		"after",
		`
Each row of dashboard_changes carries sha256(hash of the row before || its own fields): a row that was altered, taken
out or cut off breaks the chain from there on.

Exit status: 0 every chain holds, 1 a chain is broken (or the database cannot be read).`,
	)
	.parse();

type Verdict = { checked: string; broken_seq: string | null; problem: string | null };

await command(async (closing) => {
	const { guild } = program.opts<{ guild?: string }>();
	refuseNoGuildId(guild);
	const database = await openDatabase({ share: true });
	closing.add("The database", database.close);
	return connected(database.urls.guildhall_owner, async (owner) => {
		const guilds = guild === undefined ? await guildsWithChanges(owner) : [guild];
		let broken = 0;
		for (const [index, id] of guilds.entries()) {
			const verdict = await verify(owner, id);
			if (verdict.problem !== null) broken += 1;
			console.log(`  ${index + 1}/${guilds.length}  ${id}  ${inWords(verdict)}`);
		}
		console.log(
			broken === 0 ? `${guilds.length} chains hold.` : `${broken} of ${guilds.length} chains are broken.`,
		);
		return broken === 0 ? 0 : 1;
	});
});

/** Every guild that has rows or once had some: a log that was emptied has to be noticed too. */
async function guildsWithChanges(owner: pg.Client): Promise<string[]> {
	const { rows } = await owner.query<{ guild_id: string }>(
		"SELECT guild_id FROM dashboard_change_heads UNION SELECT guild_id FROM dashboard_changes ORDER BY guild_id",
	);
	return rows.map((row) => row.guild_id);
}

async function verify(owner: pg.Client, guild: string): Promise<Verdict> {
	const { rows } = await owner.query<Verdict>("SELECT * FROM app.verify_changes($1)", [guild]);
	if (!rows[0]) throw new Error("app.verify_changes answered nothing");
	return rows[0];
}

function inWords({ checked, broken_seq, problem }: Verdict): string {
	if (problem === null) return `${checked} changes, the chain holds`;
	return `BROKEN at change ${broken_seq}: ${problem} (${checked} before it hold)`;
}
