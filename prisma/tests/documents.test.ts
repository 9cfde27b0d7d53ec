import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import {
	createdTables,
	document,
	documentsPresent,
	fencedStatements,
	pythonTables,
	section,
	statementsUnder,
} from "./documents";
import { guideIds, parametersOf } from "./guide-parameters";
import { serenityStatements } from "./serenity";

const unlessPresent = documentsPresent ? "" : " (skipped: the documents are not beside this checkout)";
let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});

describe.skipIf(!documentsPresent)(`the guide's statements run as they are printed${unlessPresent}`, () => {
	let results: Map<string, Record<string, unknown>[]>;

	beforeAll(async () => {
		const guide = await document("001");
		const statements = [
			...statementsUnder(guide, /Real Example/),
			...statementsUnder(guide, /Common Patterns/),
			...fencedStatements(section(guide, "## Part 3")),
		];
		results = new Map();
		for (const statement of statements) {
			const { rows } = await db
				.pool("guildhall_bot")
				.query<Record<string, unknown>>(statement, parametersOf(statement))
				.catch((cause: unknown) => {
					throw new Error(`${statement}\n${String(cause)}`, { cause });
				});
			results.set(statement, rows);
		}
	});

	const answerOf = (part: string) => [...results].find(([statement]) => statement.includes(part))?.[1];

	test("all of them", () => {
		expect(results.size).toBe(30);
	});

	test("the overview counts the guild's channels and roles", () => {
		expect(answerOf("AS guild_name")).toMatchObject([{ channel_count: "3", role_count: "1" }]);
	});

	test("the permissions of a member add up over roles", () => {
		expect(answerOf("BIT_OR(permissions)")).toEqual([{ total_permissions: "8" }]);
	});

	test("channels are listed by activity, also silent ones", () => {
		expect(answerOf("COUNT(m.id) AS message_count")).toHaveLength(3);
	});
});

describe("a bot written against the schema for Serenity", () => {
	beforeAll(async () => {
		const { guild, user } = guideIds;
		const bot = db.pool("guildhall_bot");
		await bot.query(
			"INSERT INTO discord_guilds (id, name, owner_id) VALUES ($1, 'Café', $2) ON CONFLICT DO NOTHING",
			[guild, user],
		);
		// The guide's own example makes this person; on its own this part has to.
		await bot.query("INSERT INTO discord_users (id, username) VALUES ($1, 'ferris') ON CONFLICT DO NOTHING", [
			user,
		]);
	});

	for (const { table, insert, select, rows = 1 } of serenityStatements) {
		test(`writes and reads ${table}`, async () => {
			const bot = db.pool("guildhall_bot");
			for (const statement of insert) await bot.query(statement);
			expect((await bot.query(select)).rows).toHaveLength(rows);
		});
	}

	test("touches all 28 tables", () => {
		expect(new Set(serenityStatements.map((statement) => statement.table)).size).toBe(28);
	});
});

describe.skipIf(!documentsPresent)(
	`every column of the documents exists under its name${unlessPresent}`,
	() => {
		const documents = [
			{ name: "S1", number: "000", read: createdTables, tables: 28, columns: 384 },
			{ name: "S3", number: "002", read: createdTables, tables: 16, columns: 218 },
			{ name: "S4", number: "003", read: pythonTables, tables: 12, columns: 84 },
			{ name: "S5", number: "004", read: createdTables, tables: 12, columns: 94 },
		];
		for (const { name, number, read, tables, columns } of documents) {
			test(name, async () => {
				const wanted = read(await document(number));
				expect([...wanted.keys()]).toHaveLength(tables);
				const { rows } = await db
					.pool("guildhall_owner")
					.query<{ name: string }>(
						"SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'",
					);
				const present = new Set(rows.map((row) => row.name));
				const missing = [...wanted]
					.flatMap(([table, names]) => names.map((column) => `${table}.${column}`))
					.filter((column) => !present.has(column));
				expect([...wanted.values()].flat().length).toBe(columns);
				expect(missing).toEqual([]);
			});
		}
	},
);
