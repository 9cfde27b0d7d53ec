import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fill, pages } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import { database, guilds } from "@/tests/setup/login";
import { narrowedPages } from "@/tests/setup/narrowed-pages";
import { visitor } from "@/tests/setup/visitor";
import { call } from "./call";

/** BEGIN, entering, COMMIT and their like included. */
const MOST_STATEMENTS = 40;
/** A larger guild may show a section more; it may not cost a statement a row. */
const MORE_IN_A_LARGER_GUILD = 6;
const TRIES = 2;

const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_ADMIN_URL });

beforeAll(async () => {
	await admin.connect();
	await admin.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
});
afterAll(() => admin.end());

/** How many statements the web role runs for one visit: the fewest of some, since the server answers others too. */
async function statements(path: string, session: string): Promise<number> {
	const counts: number[] = [];
	await (await call(path, { session })).text();
	for (let visit = 0; visit < TRIES; visit += 1) {
		await admin.query("SELECT pg_stat_statements_reset()");
		const response = await call(path, { session });
		await response.text();
		expect(response.status, path).toBe(200);
		const { rows } = await admin.query<{ calls: number }>(
			`SELECT coalesce(sum(s.calls), 0)::int AS calls
			 FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = 'guildhall_web'`,
		);
		counts.push(rows[0]?.calls ?? 0);
	}
	return Math.min(...counts);
}

describe("a page", () => {
	/** Whoever is signed in is led on from these. */
	const behind = pages().filter(({ address }) => !["/", "/sign-in"].includes(address));
	const asked = [...behind, ...narrowedPages.map((address) => ({ address }))];

	it.for(asked)("$address asks the database little, and no more for more rows", async ({ address }, task) => {
		const { id, token } = await visitor({ levels: { [guilds.medium.id]: 7, [guilds.small.id]: 7 } });
		await database("UPDATE web_users SET is_operator = true WHERE user_id = $1", [id]);
		const large = await statements(fill(address, await examples(guilds.medium.id)), token);
		const small = await statements(fill(address, await examples(guilds.small.id)), token);
		await task.annotate(`${large} statements in the medium guild, ${small} in the small one`);
		expect(large).toBeGreaterThan(0);
		expect(large).toBeLessThanOrEqual(MOST_STATEMENTS);
		expect(large).toBeLessThanOrEqual(small + MORE_IN_A_LARGER_GUILD);
	});
});
