import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissions } from "@/lib/auth/permissions";
import { type Command, levelsIn, policiesFor, type Table, tables } from "./catalogue";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild } from "./people";
import { RowMaker } from "./rows";
import { rules } from "./table-permissions";

let db: TestDatabase;
let all: Table[];

beforeAll(async () => {
	db = await testDatabase();
	all = await tables(db.pool("guildhall_owner"));
});
afterAll(() => db.drop());

/** Tables whose policies ask for no level: they belong to a person, or to the instance. */
const withoutLevel = new Set(["api_tokens", "user_preferences", "web_users", "billing_plans"]);
const forOperators = new Set(["shards", "server_shards", "discord_bot_statistics"]);

/** The levels that the web role's policies of a command ask for. */
function levels(table: Table, command: Command): number[] {
	const asked = policiesFor(table, "guildhall_web", command)
		.filter((policy) => policy.permissive)
		.flatMap((policy) => [...levelsIn(policy.using), ...levelsIn(policy.check)]);
	return [...new Set(asked)];
}

const readable = () =>
	all.filter((table) => !table.isPartition && table.webMay.length > 0 && !withoutLevel.has(table.name));

const rising = (one: number, other: number) => one - other;

describe("the table of permissions and the policies", () => {
	test("know the same tables", () => {
		const leveled = readable().filter((table) => !forOperators.has(table.name));
		expect(new Set(leveled.map((table) => table.name))).toEqual(new Set(Object.keys(rules)));
	});

	test("ask for the same level, for reading and for writing", () => {
		const differing = readable().flatMap((table) => {
			const rule = rules[table.name];
			if (!rule) return [];
			return table.webMay.flatMap((command) => {
				const asked = [command === "SELECT" ? rule.read : (rule.write ?? [])].flat();
				const wanted = asked.map((permission) => permissions[permission]).sort(rising);
				const found = levels(table, command).sort(rising);
				return String(found) === String(wanted)
					? []
					: [`${command} ${table.name}: policy ${found}, ${asked} ${wanted}`];
			});
		});
		expect(differing).toEqual([]);
	});

	test("show the fleet to operators only", () => {
		for (const table of all.filter((candidate) => forOperators.has(candidate.name))) {
			for (const policy of policiesFor(table, "guildhall_web", "SELECT")) {
				expect(policy.using, table.name).toMatch(/^\( SELECT app\.is_operator\(\)/);
			}
			expect(table.webMay, table.name).toEqual(["SELECT"]);
		}
	});
});

describe("a person of level", () => {
	test.for([1, 2, 3, 4, 5, 6])("%i sees the tables of that level and below, and no other", async (level) => {
		const guild = await makeGuild(db);
		const { token } = await makeAdmin(db, guild, level);
		const rows = await RowMaker.on(db.pool("guildhall_owner"));
		const listed = all.filter((table) => table.name in rules && !(table.name in filledByUse));
		for (const table of listed) await rows.row(table.name, guild);
		const seen = await entered(db, token, guild, async (client) => {
			const found: string[] = [];
			for (const { name } of listed) {
				if ((await client.query(`SELECT FROM ${name} LIMIT 1`)).rowCount === 1) found.push(name);
			}
			return found;
		});
		const wanted = listed.filter(({ name }) => level >= permissions[rules[name]?.read ?? "billing.read"]);
		expect(seen).toEqual(wanted.map((table) => table.name));
	});
});

/** Rows that no insert makes: the log writes itself. */
const filledByUse = { dashboard_changes: true };
