import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entered, makeAdmin, newId } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();
const bot = (text: string, values: unknown[] = []) => db.pool("guildhall_bot").query(text, values);

let listener: pg.PoolClient;
let heard: string[] = [];

beforeAll(async () => {
	listener = await db.pool("guildhall_web").connect();
	listener.on("notification", ({ payload = "" }) => heard.push(payload));
	await listener.query("LISTEN guildhall_live");
});
afterAll(() => listener.release());

/** What is heard of `work`, in the order of the texts; a marker sent behind it tells that there is no more. */
async function hints(work: () => Promise<unknown>): Promise<string[]> {
	heard = [];
	await work();
	await bot("SELECT pg_notify('guildhall_live', 'the end')");
	await expect.poll(() => heard.at(-1)).toBe("the end");
	return heard.slice(0, -1).toSorted(inOrder);
}

const inOrder = (one: string, two: string) => one.localeCompare(two);
const hint = (guildId: string, topic: string) => JSON.stringify({ guild: guildId, topic });

async function member(guildId: string): Promise<string> {
	const id = newId();
	await bot("INSERT INTO discord_users (id, username) VALUES ($1, 'somebody')", [id]);
	await bot("INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, $2, now())", [
		guildId,
		id,
	]);
	return id;
}

/** Executions as the worker writes them: one statement for a batch, over several guilds. */
async function executions(count: number, guilds: string[]): Promise<void> {
	const [user] = await Promise.all(guilds.map(member));
	await bot(
		`INSERT INTO discord_command_executions (id, guild_id, user_id, application_id, interaction_type, command_name, executed_at)
		SELECT app.new_snowflake(), ($1::bigint[])[1 + n % cardinality($1::bigint[])], $2, $2, 'application_command', 'secret-word', now()
		FROM generate_series(1, $3) AS n`,
		[guilds, user, count],
	);
}

const newCase = `INSERT INTO cases (guild_id, case_type, case_reason, case_user_id, case_moderator_id)
	VALUES ($1, 'WARN', 'secret reason', $2, $2)`;

describe("an open page is told", () => {
	test("once a guild of a batch, whatever its size, and nothing of what the rows say", async () => {
		const told = await hints(() => executions(500, [guild, other]));
		expect(told).toEqual([hint(guild, "executions"), hint(other, "executions")].toSorted(inOrder));
	});

	test("once of a transaction that writes a topic in several statements", async () => {
		const told = await hints(async () => {
			const client = await db.pool("guildhall_bot").connect();
			await client.query("BEGIN");
			for (const reason of ["a", "b", "c"])
				await client.query(newCase.replace("secret reason", reason), [guild, newId()]);
			await client.query("COMMIT");
			client.release();
		});
		expect(told).toEqual([hint(guild, "cases")]);
	});

	test("nothing of what was rolled back", async () => {
		const told = await hints(async () => {
			const client = await db.pool("guildhall_bot").connect();
			await client.query("BEGIN");
			await client.query(newCase, [guild, newId()]);
			await client.query("ROLLBACK");
			client.release();
		});
		expect(told).toEqual([]);
	});

	test("of a case, its change and its log when somebody edits it here", async () => {
		await bot(newCase, [guild, newId()]);
		const moderator = await makeAdmin(db, guild, 5);
		const told = await hints(() =>
			entered(db, moderator.token, guild, (client) =>
				client.query("UPDATE cases SET case_reason = 'another secret' WHERE guild_id = $1", [guild]),
			),
		);
		expect(told).toEqual([hint(guild, "cases"), hint(guild, "changes")]);
	});

	test("of both audit logs, also where a month's partition takes the row", async () => {
		const told = await hints(async () => {
			await bot("INSERT INTO discord_audit_log (guild_id, action, reason) VALUES ($1, 'purge', 'secret')", [
				guild,
			]);
			await bot(
				"INSERT INTO discord_native_audit_log (id, guild_id, action_type) VALUES (app.new_snowflake(), $1, 22)",
				[other],
			);
		});
		expect(told).toEqual([hint(guild, "audit"), hint(other, "audit")].toSorted(inOrder));
	});

	test("of a save of the configuration, and that the bot has taken it over", async () => {
		const saved = await hints(() =>
			owner("INSERT INTO guild_config (guild_id, prefix) VALUES ($1, '!')", [guild]),
		);
		expect(saved).toEqual([hint(guild, "configuration")]);
		const told = await hints(() =>
			bot("INSERT INTO guild_config_receipts (guild_id, shard_id, revision) VALUES ($1, 0, 1)", [guild]),
		);
		expect(told).toEqual([hint(guild, "configuration")]);
	});

	test("nothing of what belongs to no guild", async () => {
		const user = await member(guild);
		const told = await hints(() =>
			bot(
				`INSERT INTO discord_command_executions (id, guild_id, user_id, application_id, interaction_type, executed_at)
				VALUES (app.new_snowflake(), 0, $1, $1, 'application_command', now())`,
				[user],
			),
		);
		expect(told).toEqual([]);
	});
});

test("every hint stands on a parent, which sees what goes to any of its partitions", async () => {
	const { rows } = await owner(
		`SELECT t.tgrelid::regclass::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		WHERE t.tgname LIKE 'hint_live_%' AND (c.relispartition OR t.tgnewtable <> 'changed')`,
	);
	expect(rows).toEqual([]);
});
