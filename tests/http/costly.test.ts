import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { guilds } from "@/tests/setup/login";
import { apiToken, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_ADMIN_URL });
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const search = `/api/v1/guilds/${guilds.small.id}/messages?q=run`;

beforeAll(async () => {
	await admin.connect();
	await owner.connect();
});
afterEach(() => owner.query("ROLLBACK"));
afterAll(() => Promise.all([admin.end(), owner.end()]));

/** From here on nobody reads a table until the test ends; readers wait. */
async function hold(table: string): Promise<void> {
	await owner.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
}

/** The texts of the web role's statements that wait for a lock. */
async function waiting(): Promise<string[]> {
	const { rows } = await admin.query<{ query: string }>(
		"SELECT query FROM pg_stat_activity WHERE usename = 'guildhall_web' AND wait_event_type = 'Lock'",
	);
	return rows.map(({ query }) => query);
}

test("a search that takes too long is cut off, and says so", async () => {
	const { token } = await visitor({ levels: { [guilds.small.id]: 7 } });
	await hold("discord_messages");
	const begun = performance.now();
	expect(await problemOf(await call(search, { session: token }))).toMatchObject({
		status: 503,
		code: "too_slow",
	});
	expect(performance.now() - begun).toBeLessThan(10_000);
});

test("a page of such a search tells the browser why it stopped", async () => {
	const { token } = await visitor({ levels: { [guilds.small.id]: 7 } });
	await hold("discord_messages");
	const page = await call(`/guilds/${guilds.small.id}/messages?q=run`, { session: token });
	expect(await page.text()).toMatch(/\$RX\("[^"]*","too_slow"/);
});

test("three searches of one person run at once, and a fourth by any of their tokens is refused", async () => {
	const eager = await visitor({ levels: { [guilds.small.id]: 7 } });
	const other = await visitor({ levels: { [guilds.small.id]: 7 } });
	const bearer = await apiToken(eager);
	await hold("discord_messages");
	const three = [1, 2, 3].map(() => call(search, { session: eager.token }));
	await expect.poll(async () => (await waiting()).length).toBe(3);
	const fourth = await call(search, { bearer });
	expect(fourth.headers.get("retry-after")).toBe("1");
	expect(await problemOf(fourth)).toMatchObject({ status: 429, code: "too_many_at_once" });
	const others = call(search, { session: other.token });
	await expect.poll(async () => (await waiting()).length).toBe(4);
	await owner.query("ROLLBACK");
	const codes = (await Promise.all([...three, others])).map(({ status }) => status);
	expect(codes).toEqual([200, 200, 200, 200]);
	expect((await call(search, { bearer })).status).toBe(200);
});

test("no token stands in the text of a statement", async () => {
	const { token } = await visitor();
	await hold("web_sessions");
	const answer = call("/api/v1/me", { session: token });
	await expect.poll(async () => (await waiting()).join()).toContain("app.open");
	expect((await waiting()).join()).not.toContain(token);
	await owner.query("ROLLBACK");
	expect((await answer).status).toBe(200);
});
