import { Command } from "commander";
import type pg from "pg";
import { command } from "./command";
import { openDatabase } from "./database/open";
import { connected } from "./database/roles";
import { refuseNoGuildId } from "./guild-id";
import { Refusal } from "./refusal";
import { type Scope, type Verdict, verifyGuild } from "./rollups/verify";

const program = new Command("npm run rollups:verify --")
	.description("Recounts every rollup from its source rows and reports any difference.")
	.option("--guild <id>", "only this guild")
	.option("--from <date>", "the first UTC day (YYYY-MM-DD)")
	.option("--to <date>", "the last UTC day, inclusive")
	.addHelpText(
		"after",
		`
Reads only, a month at a time, and may run while the worker writes. Of rollups by month, those that the days touch are
compared in full; what is kept once for each member is compared whatever the days. Each row that differs is one line.
Up to the end of an archived month, whose partition is detached, nothing is recounted from its table, and a line says so.

Exit status: 0 everything equals its recount, 1 it could not be counted, 2 something differs.`,
	)
	.parse();

type Options = { guild?: string; from?: string; to?: string };

await command(async (closing) => {
	const { guild, from, to } = program.opts<Options>();
	refuseNoGuildId(guild);
	for (const date of [from, to]) refuseNoDate(date);
	if (from !== undefined && to !== undefined && to < from) throw new Refusal(`${to} is before ${from}.`);
	const database = await openDatabase({ share: true });
	closing.add("The database", database.close);
	return connected(database.urls.guildhall_owner, async (owner) => {
		closing.add("The recount", () => owner.end());
		await owner.query("SET client_connection_check_interval = '1s'");
		const guilds = await chosenGuilds(owner, guild);
		const total = { compared: 0, differences: 0 };
		for (const [index, guildId] of guilds.entries()) {
			const place = `${index + 1}/${guilds.length}  ${guildId}`;
			const { compared, differences } = await reported(owner, place, { guildId, from, to });
			total.compared += compared;
			total.differences += differences;
		}
		console.log(
			total.differences === 0
				? `No differences in ${total.compared} rows.`
				: `${total.differences} of ${total.compared} rows differ.`,
		);
		return total.differences === 0 ? 0 : 2;
	});
});

function refuseNoDate(date: string | undefined): void {
	if (date === undefined) return;
	const moment = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(moment) || !new Date(moment).toISOString().startsWith(`${date}T`))
		throw new Refusal(`${date} is not a date like 2026-01-31.`);
}

async function chosenGuilds(owner: pg.Client, guild: string | undefined): Promise<string[]> {
	const { rows } = await owner.query<{ id: string }>(
		"SELECT id::text FROM discord_guilds WHERE $1::bigint IS NULL OR id = $1 ORDER BY id",
		[guild ?? null],
	);
	if (guild !== undefined && rows.length === 0) throw new Refusal(`There is no guild ${guild} here.`);
	return rows.map(({ id }) => id);
}

/** Compares one guild: each difference is a line, and so is the outcome; on a terminal the month that is read shows. */
async function reported(owner: pg.Client, place: string, scope: Scope): Promise<Verdict> {
	const { isTTY } = process.stderr;
	const passing = (text: string) => {
		if (isTTY) process.stderr.write(`\r\x1b[2K${text}`);
	};
	const verdict = await verifyGuild(owner, scope, {
		comparing: (piece) => passing(`  ${place}  ${piece ? piece.from.slice(0, 7) : "members"} …`),
		differs(rollup, { key, kept, counted }) {
			passing("");
			console.log(`${rollup}  ${key}  kept: ${kept ?? "nothing"}  counted: ${counted ?? "nothing"}`);
		},
	});
	passing("");
	const { compared, differences, archived } = verdict;
	for (const [what, until] of Object.entries(archived))
		if (until !== null) console.log(`  ${place}  ${what} are archived, and not recounted, up to ${until}`);
	console.log(
		`  ${place}  ${compared} rows, ${differences === 0 ? "all as counted" : `${differences} DIFFER`}`,
	);
	return verdict;
}
