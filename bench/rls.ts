import { Command } from "commander";
import pg from "pg";
import { print } from "@/bench/measure/figure";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { entered, makeAdmin } from "@/prisma/tests/people";
import { fillWhenEmpty } from "@/scripts/lifecycle/demo";
import { guilds } from "@/tests/setup/login";

const guild = guilds.medium.id;

/** The statements of the list pages and of a count, as the pages run them. */
const statements: Record<string, string> = {
	"page of 50 members": `SELECT m.user_id, m.nick, m.joined_at FROM discord_guild_members m
		WHERE m.guild_id = ${guild} AND m.left_at IS NULL ORDER BY m.joined_at DESC, m.user_id DESC LIMIT 50`,
	"page of 50 messages": `SELECT m.id, m.author_id, m.content FROM discord_messages m
		WHERE m.guild_id = ${guild} AND m.id > app.snowflake_at(now() - interval '31 days')
		ORDER BY m.id DESC LIMIT 50`,
	"page of 50 executions": `SELECT e.id, e.command_name, e.response_time_ms FROM discord_command_executions e
		WHERE e.guild_id = ${guild} AND e.id > app.snowflake_at(now() - interval '31 days')
		ORDER BY e.id DESC LIMIT 50`,
	"page of 50 cases": `SELECT c.case_number, c.case_reason FROM cases c
		WHERE c.guild_id = ${guild} ORDER BY c.case_id DESC LIMIT 50`,
	"count of all messages": `SELECT count(*)::int FROM discord_messages m WHERE m.guild_id = ${guild}`,
};

/** What a policy costs: each statement as the web role with its policies, against the owner, whose policy is `true`. */
export async function run(args: string[]): Promise<void> {
	const { rounds } = new Command("rls")
		.option("--rounds <number>", "how often each statement runs", "200")
		.parse(args, { from: "user" })
		.opts<{ rounds: string }>();
	const db = await testDatabase();
	try {
		await fillWhenEmpty(db.urls);
		await vacuum(db);
		const { token } = await makeAdmin(db, guild, 7);
		for (const [figure, text] of Object.entries(statements)) {
			const times = figure.startsWith("count") ? Math.ceil(Number(rounds) / 10) : Number(rounds);
			await compare(db, token, figure, text, times);
		}
	} finally {
		await db.drop();
	}
}

/** Statistics as a database that has run for a while has them. */
async function vacuum(db: TestDatabase): Promise<void> {
	const owner = new pg.Client({ connectionString: db.urls.guildhall_owner });
	await owner.connect();
	await owner.query("VACUUM ANALYZE").finally(() => owner.end());
}

async function compare(
	db: TestDatabase,
	token: string,
	figure: string,
	text: string,
	rounds: number,
): Promise<void> {
	const web = await entered(db, token, guild, (client) => timed(client, text, rounds));
	const owner = await db.pool("guildhall_owner").connect();
	try {
		const free = await timed(owner, text, rounds);
		for (const [name, share] of [
			["p50", 0.5],
			["p95", 0.95],
		] as const) {
			print({
				figure: `${figure}, ${name}`,
				value: quantile(web, share),
				unit: "ms",
				ratio: quantile(web, share) / quantile(free, share),
				against: "the same statement as the owner",
				target: "≤ 1.10",
			});
		}
	} finally {
		owner.release();
	}
}

/** Milliseconds of each run of a prepared statement, after ten that warm up. */
async function timed(client: pg.ClientBase, text: string, rounds: number): Promise<number[]> {
	const times: number[] = [];
	for (let round = -10; round < rounds; round++) {
		const begun = performance.now();
		await client.query({ name: `bench ${text.length} ${text.slice(0, 30)}`, text });
		if (round >= 0) times.push(performance.now() - begun);
	}
	return times.sort((a, b) => a - b);
}

function quantile(sorted: number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
