import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Table, tables } from "./catalogue";
import { type TestDatabase, testDatabase } from "./database";
import { entered, levelOf, makeAdmin, makeGuild, signIn } from "./people";
import { insertion, RowMaker } from "./rows";

let db: TestDatabase;
let rows: RowMaker;
let guildTables: Table[];
let mine: string;
let theirs: string;
let token: string;
/** Sessions of the same owner that are over. */
let over: Record<"expired" | "ended" | "revoked", string>;

/** Rows of a person, not of the guild they mention; `sessions.test.ts` covers them. */
const personal = ["api_tokens", "web_user_guilds"];

beforeAll(async () => {
	db = await testDatabase();
	rows = await RowMaker.on(db.pool("guildhall_owner"));
	const all = await tables(db.pool("guildhall_owner"));
	guildTables = all.filter(
		(table) => !table.isPartition && table.guildColumn !== null && !personal.includes(table.name),
	);
	mine = await makeGuild(db, "Mine");
	theirs = await makeGuild(db, "Theirs");
	const owner = await makeAdmin(db, mine);
	token = owner.token;
	over = {
		expired: await signIn(db, owner.userId, { expiresIn: "-1 minute" }),
		ended: await signIn(db, owner.userId, { endsIn: "-1 minute" }),
		revoked: await signIn(db, owner.userId, { revoked: true }),
	};
	for (const table of guildTables) {
		await rows.row(table.name, mine);
		await rows.row(table.name, theirs);
	}
	// A note and a saved chart are changed by their author alone: the owner needs some of their own.
	const own = (text: string) => db.pool("guildhall_owner").query(text, [mine, owner.userId]);
	await own("UPDATE notes SET note_moderator_id = $2 WHERE guild_id = $1");
	await own("UPDATE saved_charts SET owner_id = $2 WHERE guild_id = $1");
});
afterAll(() => db.drop());

/** What a statement did: how many rows it saw or changed, or the SQLSTATE that refused it. */
async function outcome(client: pg.PoolClient, text: string, parameters: unknown[]): Promise<number | string> {
	await client.query("SAVEPOINT attempt");
	try {
		const { rowCount } = await client.query(text, parameters);
		return rowCount ?? 0;
	} catch (error) {
		await client.query("ROLLBACK TO attempt");
		return (error as pg.DatabaseError).code ?? String(error);
	}
}

/** Runs the statement of each table and answers the tables whose outcome is none of `allowed`. */
async function offenders(
	as: { token: string | null; guild: string | null },
	allowed: (number | string)[],
	statement: (table: Table) => Promise<{ text: string; parameters: unknown[] }>,
): Promise<string[]> {
	return entered(db, as.token, as.guild, async (client) => {
		const found: string[] = [];
		for (const table of guildTables) {
			const { text, parameters } = await statement(table);
			const result = await outcome(client, text, parameters);
			if (!allowed.includes(result)) found.push(`${table.name}: ${result}`);
		}
		return found;
	});
}

const readColumn = (table: Table) => `"${table.guildColumn}"`;
const select = (guildId: string) => async (table: Table) => ({
	text: `SELECT ${readColumn(table)} FROM ${table.name} WHERE ${readColumn(table)} = $1`,
	parameters: [guildId],
});

/** An update of the guild's rows that names a column the web role may write, where there is one. */
const update = (guildId: string) => async (table: Table) => {
	const { columns } = rows.shape(table.name);
	const column = columns.find((candidate) => candidate.webUpdate)?.name ?? table.guildColumn;
	return {
		text: `UPDATE ${table.name} SET "${column}" = "${column}" WHERE ${readColumn(table)} = $1`,
		parameters: [guildId],
	};
};

const remove = (guildId: string) => async (table: Table) => ({
	text: `DELETE FROM ${table.name} WHERE ${readColumn(table)} = $1`,
	parameters: [guildId],
});

/** An insert of the columns that the web role may write, so that the policy and not a grant has to refuse it. */
const insert = (guildId: string) => async (table: Table) => {
	const { columns } = rows.shape(table.name);
	const writable = new Set(columns.filter((column) => column.webInsert).map((column) => column.name));
	const values = Object.entries(await rows.values(table.name, guildId));
	const allowed = values.filter(([name]) => writable.size === 0 || writable.has(name));
	return insertion(table.name, Object.fromEntries(allowed));
};

describe("the owner of one guild", () => {
	test("sees a row of every table the web role may read, or the tests below would prove nothing", async () => {
		const readable = guildTables.filter((table) => table.webMay.includes("SELECT"));
		expect(readable.length).toBeGreaterThan(50);
		const operatorsOnly = ["server_shards"];
		const blind = await entered(db, token, mine, async (client) => {
			const found: string[] = [];
			for (const table of readable) {
				const { text, parameters } = await select(mine)(table);
				if (((await client.query(text, parameters)).rowCount ?? 0) === 0) found.push(table.name);
			}
			return found;
		});
		expect(blind.filter((name) => !["dashboard_changes", ...operatorsOnly].includes(name))).toEqual([]);
	});

	test("cannot read another guild's rows from inside their own", async () => {
		expect(await offenders({ token, guild: mine }, [0, "42501"], select(theirs))).toEqual([]);
	});

	test("cannot enter another guild, nor read its rows after trying", async () => {
		expect(await levelOf(db, token, theirs)).toBeNull();
		expect(await offenders({ token, guild: theirs }, [0, "42501"], select(theirs))).toEqual([]);
	});

	test("cannot update another guild's rows", async () => {
		expect(await offenders({ token, guild: mine }, [0, "42501"], update(theirs))).toEqual([]);
	});

	test("cannot delete another guild's rows", async () => {
		expect(await offenders({ token, guild: mine }, [0, "42501"], remove(theirs))).toEqual([]);
	});

	test("cannot insert into another guild", async () => {
		expect(await offenders({ token, guild: mine }, ["42501"], insert(theirs))).toEqual([]);
	});

	test("cannot move their own rows into another guild", async () => {
		const move = async (table: Table) => ({
			text: `UPDATE ${table.name} SET ${readColumn(table)} = $2 WHERE ${readColumn(table)} = $1`,
			parameters: [mine, theirs],
		});
		expect(await offenders({ token, guild: mine }, ["42501"], move)).toEqual([]);
	});

	test("sees only people who are or were in the guild", async () => {
		const seen = await entered(db, token, mine, (client) =>
			client.query<{ id: string }>("SELECT id FROM discord_users"),
		);
		const inMine = await rows.row("discord_guild_members", mine);
		const inTheirs = await rows.row("discord_guild_members", theirs);
		const ids = seen.rows.map((row) => row.id);
		expect(ids).toContain(inMine.user_id);
		expect(ids).not.toContain(inTheirs.user_id);
	});
});

describe("without a guild or a session", () => {
	test.for([
		["no token", null, "mine"],
		["a token nobody holds", "made-up", "mine"],
		["a session that was not used for too long", "expired", "mine"],
		["a session at its absolute end", "ended", "mine"],
		["a session that was revoked", "revoked", "mine"],
		["no guild", "token", null],
		["the guild of direct messages", "token", "0"],
	] as const)("%s shows no row of any guild", async ([, who, where]) => {
		const tokens: Record<string, string> = { ...over, token };
		const as = { token: who && (tokens[who] ?? who), guild: where === "mine" ? mine : where };
		for (const statement of [select(mine), update(mine), remove(mine)]) {
			expect(await offenders(as, [0, "42501"], statement)).toEqual([]);
		}
		expect(await offenders(as, ["42501"], insert(mine))).toEqual([]);
	});

	test("a connection that never entered sees nothing, whatever settings it makes up", async () => {
		const web = db.pool("guildhall_web");
		for (const table of guildTables.filter((candidate) => candidate.webMay.includes("SELECT"))) {
			const { text, parameters } = await select(mine)(table);
			expect((await web.query(text, parameters)).rowCount, table.name).toBe(0);
		}
		await entered(db, null, mine, async (client) => {
			await client.query("SELECT set_config('app.user_id', '1', true), set_config('app.level', '7', true)");
			expect((await client.query("SELECT 1 FROM discord_guilds")).rowCount).toBe(0);
		});
	});
});
