import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadPopulation } from "@/bench/population/load";
import { shapeOf } from "@/bench/population/shape";
import { planFor } from "@/lib/explore/plan";
import { dimensions, measures } from "@/lib/explore/schema";
import { freePort } from "@/scripts/database/free-port";
import { type RoleUrls, roleVariables } from "@/scripts/database/roles";
import { roleNames } from "@/scripts/database/secrets";
import { simulatorVariables } from "@/scripts/lifecycle/discord";
import { webEnvironment } from "@/scripts/lifecycle/environment";
import type { Running } from "@/scripts/lifecycle/processes";
import { serve } from "@/scripts/lifecycle/serve";
import { testHome } from "@/scripts/lifecycle/test-database";
import { fill, pages } from "@/tests/setup/app-tree";
import { crowdSupport } from "@/tests/setup/crowded-support";
import { examples } from "@/tests/setup/examples";
import { database, guilds } from "@/tests/setup/login";
import { narrowedPages } from "@/tests/setup/narrowed-pages";
import { explainEverything, PlanLog } from "@/tests/setup/plan-log";
import { type Planned, problemsOf } from "@/tests/setup/plans";
import { askedFor } from "@/tests/setup/query-samples";
import { visitor } from "@/tests/setup/visitor";
import { type Operation, ofGuild, operations } from "./api-routes";
import { call } from "./call";

/** A copy of the demo with so many more messages that there are 300,000, served by an application of its own. */
const name = "guildhall_plans";
const MORE_MESSAGES = 100_000;
/** A smaller partition is read as quickly in whole; every month of the population has more. */
const FEW_ROWS = 500;

const guild = guilds.medium.id;
const server = process.env.TEST_DATABASE_ADMIN_URL ?? "";
const admin = new pg.Client({ connectionString: at(server) });
const log = new PlanLog(admin, path.join(testHome, "postgres.log"));
let web: Running | undefined;
let address = "";
let session = "";
/** Partitions by month and by server. */
let parts = new Set<string>();
let values: Record<string, string> = {};
const OWNER = 7;

function at(url: string): string {
	const copy = new URL(url);
	copy.pathname = `/${name}`;
	return copy.href;
}

beforeAll(async () => {
	await makeDatabase();
	// What tests read and write as the database's roles goes to the copy from here on.
	for (const role of roleNames) process.env[roleVariables[role]] = at(process.env[roleVariables[role]] ?? "");
	const urls = Object.fromEntries(roleNames.map((role) => [role, process.env[roleVariables[role]]]));
	const port = await freePort();
	const discord = simulatorVariables(process.env.TEST_SIMULATOR_URL ?? "");
	const env = await webEnvironment(port, urls as RoleUrls, discord, testHome);
	web = await serve("start", { port, host: "127.0.0.1", env: { ...env, LOG_LEVEL: "error" } });
	address = `http://127.0.0.1:${port}`;
	const person = await visitor({ levels: { [guild]: OWNER } });
	await database("UPDATE web_users SET is_operator = true WHERE user_id = $1", [person.id]);
	session = person.token;
	values = await examples(guild);
}, 120_000);

afterAll(async () => {
	await web?.stop();
	// The next run drops the copy: other modules' connections to it are open until this process ends.
	await admin.end();
});

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	return work(client).finally(() => client.end());
}

async function makeDatabase(): Promise<void> {
	await onServer(async (client) => {
		const { rows } = await client.query<{ datname: string }>(
			"SELECT datname FROM pg_database WHERE datname ~ '^guildhall_demo_[0-9a-f]{16}$'",
		);
		await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
		await client.query(
			`CREATE DATABASE ${name} TEMPLATE ${rows[0]?.datname} STRATEGY file_copy OWNER guildhall_owner`,
		);
		await explainEverything(client, name);
	});
	await loadPopulation(at(server), shapeOf(MORE_MESSAGES, { members: 2_000, guilds: 12 }), {
		told: () => undefined,
	});
	await admin.connect();
	await crowdSupport(admin);
	await admin.query("ANALYZE");
	const { rows } = await admin.query<{ relname: string }>(
		`SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
		JOIN pg_partitioned_table p ON p.partrelid = i.inhparent
		WHERE c.relkind = 'r' AND p.partstrat IN ('r', 'h') AND c.reltuples >= $1`,
		[FEW_ROWS],
	);
	parts = new Set(rows.map(({ relname }) => relname));
}

const complaints = (plans: Planned[]) =>
	plans.flatMap((planned) =>
		problemsOf(planned, parts).map((problem) => `${problem}\n${planned["Query Text"].slice(0, 2000)}`),
	);

type Visit = {
	/** The highest status that will do: filters may be refused together, a page is there. */
	most?: number;
	/** Whose each visit is, where it is not the operator's. */
	sessions?: string[];
	/** Bytes of an answer after which nobody reads on. */
	enough?: number;
};

async function visit(
	addresses: string[],
	{ most = 499, sessions = [], enough = Number.POSITIVE_INFINITY }: Visit = {},
): Promise<Planned[]> {
	return log.during(async () => {
		for (const [index, wanted] of addresses.entries()) {
			const response = await call(`${address}${wanted}`, { session: sessions[index] ?? session });
			await readUpTo(response, enough);
			expect(response.status, wanted).toBeLessThanOrEqual(most);
			expect(response.status, `${wanted} runs nothing when asked too often`).not.toBe(429);
		}
	});
}

async function readUpTo({ body }: Response, enough: number): Promise<void> {
	const reader = body?.getReader();
	for (let bytes = 0; reader && bytes < enough; ) {
		const { value, done } = await reader.read();
		if (done) return;
		bytes += value.length;
	}
	await reader?.cancel();
	await atRest();
}

/** Until what was let go has ended: the server's log takes the plans of two at once in pieces, one among the other. */
async function atRest(): Promise<void> {
	await vi.waitFor(
		async () => {
			const { rows } = await admin.query(
				`SELECT FROM pg_stat_activity
				WHERE datname = current_database() AND usename = 'guildhall_web' AND state <> 'idle'`,
			);
			expect(rows).toEqual([]);
		},
		{ timeout: 20_000 },
	);
}

describe("the population", () => {
	it("holds 300,000 messages of thirteen months", async () => {
		const { rows } = await admin.query<{ messages: number; months: number }>(
			`SELECT count(*)::int AS messages, count(DISTINCT date_trunc('month', timestamp))::int AS months
			FROM discord_messages`,
		);
		expect(rows[0]?.messages).toBeGreaterThanOrEqual(300_000);
		expect(rows[0]?.months).toBeGreaterThanOrEqual(13);
		expect([...parts].filter((part) => part.startsWith("discord_messages_y")).length).toBeGreaterThanOrEqual(
			13,
		);
	});

	it("has rows enough in every partition by server", async () => {
		const { rows } = await admin.query<{ relname: string }>(
			`SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
			JOIN pg_partitioned_table p ON p.partrelid = i.inhparent WHERE c.relkind = 'r' AND p.partstrat = 'h'`,
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ relname }) => !parts.has(relname))).toEqual([]);
	});
});

/** These send whoever is signed in to their servers. */
const LEADS_ON = ["/", "/sign-in"];

describe("every statement of a page", () => {
	const ofOurs = pages().filter(({ address }) => !address.includes("[..."));

	it.for(ofOurs)("$address finds its rows by an index, and who asks once", async ({ address: page }) => {
		const filled = fill(page, values);
		const plans = await visit([filled, `${filled}?range=1y`], {
			most: LEADS_ON.includes(page) ? 399 : 200,
		});
		if (page.startsWith("/guilds/{guildId}")) expect(plans.length).toBeGreaterThan(0);
		expect(complaints(plans)).toEqual([]);
	});
});

describe("every statement of narrowed analytics", () => {
	it.for(narrowedPages)("%s finds its rows by an index, and who asks once", async (page) => {
		const filled = fill(page, values);
		expect(complaints(await visit([filled, `${filled}&range=1y`], { most: 200 }))).toEqual([]);
	});
});

const reads = (await operations()).filter((operation) => operation.method === "GET" && ofGuild(operation));

/** A long file repeats its statements page by page; so many bytes hold the first of several. */
const PAGES_OF_A_FILE = 300_000;

/** Sessions for so many addresses: for files one each, since few may be asked for in a minute. */
async function sessionsFor({ spec }: Operation, count: number): Promise<string[]> {
	const someone = async () => (await visitor({ levels: { [guild]: OWNER } })).token;
	if (spec.file) return Promise.all(Array.from({ length: count }, someone));
	return Array<string>(count).fill(await someone());
}

/** Without filters, where the route answers without, and then with each of them. */
function answeredBy(operation: Operation): string[] {
	const asked = askedFor(fill(operation.address, values), operation, values);
	return operation.spec.query?.safeParse({}).success === false ? asked.slice(1) : asked;
}

describe("every statement of a route that reads", () => {
	const ended = reads.filter(({ spec }) => spec.response !== undefined && !spec.stream);

	it.for(ended)("$name, with each of its filters", async (operation) => {
		const asked = answeredBy(operation);
		const sessions = await sessionsFor(operation, asked.length);
		const how = operation.spec.file ? { enough: PAGES_OF_A_FILE } : {};
		const first = await visit(asked.slice(0, 1), { ...how, sessions, most: 200 });
		expect(first.length).toBeGreaterThan(0);
		const others = await visit(asked.slice(1), { ...how, sessions: sessions.slice(1) });
		expect(complaints([...first, ...others])).toEqual([]);
	});
});

describe("every statement of Explore", () => {
	it.for(measures)("that measures %s, by each of its dimensions", async (measure) => {
		const asked = dimensions.filter(
			(dimension) => planFor({ measure, dimension }, OWNER).refused === undefined,
		);
		expect(asked).not.toEqual([]);
		const explore = `/guilds/${guild}/explore?range=1y&measure=${measure}&dimension=`;
		expect(
			complaints(
				await visit(
					asked.map((dimension) => explore + dimension),
					{ most: 200 },
				),
			),
		).toEqual([]);
	});
});

describe("the guard itself", () => {
	/** As the web role of the copy, inside the guild. */
	async function planted(statement: string, settings = "SELECT"): Promise<Planned[]> {
		const client = new pg.Client({ connectionString: process.env.DATABASE_WEB_URL });
		await client.connect();
		try {
			await client.query("BEGIN");
			await client.query("SELECT app.enter($1, $2, 'planted')", [session, guild]);
			await client.query(settings);
			return await log.during(() => client.query(statement));
		} finally {
			await client.end();
		}
	}

	it("notices a statement that reads whole months", async () => {
		const noIndex =
			"SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off";
		const plans = await planted(
			"SELECT count(*) FROM discord_messages WHERE content LIKE '%release%'",
			noIndex,
		);
		expect(complaints(plans).filter((problem) => problem.startsWith("scans all of")).length).toBeGreaterThan(
			10,
		);
	});

	it("notices a policy that is asked for every row", async () => {
		await admin.query(
			`CREATE TABLE planted AS SELECT ${guild} AS guild_id, n FROM generate_series(1, 2000) AS n`,
		);
		await admin.query("ALTER TABLE planted ENABLE ROW LEVEL SECURITY");
		await admin.query("GRANT SELECT ON planted TO guildhall_web");
		await admin.query("CREATE POLICY each_row ON planted TO guildhall_web USING (guild_id = app.guild(1))");
		const plans = await planted("SELECT count(*) FROM planted");
		expect(complaints(plans)).toEqual([expect.stringContaining("asks for every row")]);
	});
});
