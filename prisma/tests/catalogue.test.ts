import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Policy, perRow, policiesFor, type Table, tables } from "./catalogue";
import { type TestDatabase, testDatabase } from "./database";

let db: TestDatabase;
let all: Table[];

beforeAll(async () => {
	db = await testDatabase();
	all = await tables(db.pool("guildhall_owner"));
});
afterAll(() => db.drop());

/** Tables without a guild that the web role may read: their policies are about the person or the instance. */
const parents = () => all.filter((table) => !table.isPartition);
const names = (found: Table[]) => found.map((table) => table.name);
const expressions = (policy: Policy) => [policy.using, policy.check].filter((text) => text !== null);

describe("every table", () => {
	test("is seen by this test at all", () => {
		expect(names(parents())).toEqual(expect.arrayContaining(["discord_messages", "cases", "invoices"]));
		expect(parents().length).toBeGreaterThan(60);
	});

	test("has row-level security enabled and forced", () => {
		expect(names(parents().filter((table) => !table.rowSecurity || !table.forced))).toEqual([]);
	});

	test("gives the web role nothing without a policy for exactly that command", () => {
		const bare = parents().flatMap((table) =>
			table.webMay
				.filter(
					(command) => !policiesFor(table, "guildhall_web", command).some((policy) => policy.permissive),
				)
				.map((command) => `${command} ${table.name}`),
		);
		expect(bare).toEqual([]);
	});

	test("compares its guild with the entered one in every policy of the web role", () => {
		const loose = parents()
			.filter((table) => table.guildColumn !== null && !personal.has(table.name))
			.flatMap((table) =>
				table.policies
					.filter((policy) => policy.roles.includes("guildhall_web") && policy.permissive)
					.filter((policy) => !expressions(policy).every((text) => namesGuild(table, text)))
					.map((policy) => `${table.name}.${policy.name}`),
			);
		expect(loose).toEqual([]);
	});

	test("lets its owner see its rows, or back-fills would silently do nothing", () => {
		const blind = parents().filter((table) => policiesFor(table, "guildhall_owner", "SELECT").length === 0);
		expect(names(blind)).toEqual([]);
	});

	test("belongs to the owner role, which is no superuser and bypasses nothing", async () => {
		const { rows } = await db.pool("guildhall_owner").query(
			`SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
			WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
				AND (r.rolname <> 'guildhall_owner' OR r.rolsuper OR r.rolbypassrls)`,
		);
		expect(rows).toEqual([]);
	});
});

/** Rows of a person that carry a guild's id without belonging to the guild. */
const personal = new Set(["api_tokens", "web_user_guilds"]);

/** Fleet rows show no guild to anybody but operators; `guild_id = 0` rows are everybody's. */
function namesGuild(table: Table, expression: string): boolean {
	if (/app\.is_operator\(\)/.test(expression)) return true;
	if (/guild_id = 0\) AND \(\( SELECT app\.guild\(\d\)/.test(expression)) return true;
	return new RegExp(`\\b${table.guildColumn} = \\( SELECT app\\.guild\\(\\d\\)`).test(expression);
}

describe("policies", () => {
	test("call no function for every row", () => {
		const costly = all.flatMap((table) =>
			table.policies
				.filter((policy) => expressions(policy).some((text) => /[a-z_]\s*\(/i.test(withoutKeywords(text))))
				.map((policy) => `${table.name}.${policy.name}`),
		);
		expect(costly).toEqual([]);
	});

	test("would be caught by the check above if they did", () => {
		expect(withoutKeywords("app.is_admin(guild_id)")).toMatch(/[a-z_]\s*\(/i);
		expect(withoutKeywords("(guild_id = ( SELECT app.guild(1) AS guild))")).not.toMatch(/[a-z_]\s*\(/i);
		expect(withoutKeywords("(shared OR (owner_id = ( SELECT app.user_id() AS user_id)))")).not.toMatch(
			/[a-z_]\s*\(/i,
		);
	});

	test("never address everybody", () => {
		const open = all.filter((table) => table.policies.some((policy) => policy.roles.includes("public")));
		expect(names(open)).toEqual([]);
	});
});

function withoutKeywords(expression: string): string {
	return perRow(expression).replace(/\b(AND|OR|NOT|EXISTS|ANY|IN)\b\s*/gi, ", ");
}

describe("grants", () => {
	test("stop at the parents: partitions have none for the web role", () => {
		const partitions = all.filter((table) => table.isPartition);
		expect(partitions.length).toBeGreaterThan(0);
		expect(names(partitions.filter((table) => table.webMay.length > 0))).toEqual([]);
	});

	test("keep sessions, OAuth accounts and the webhooks' tokens from the web role", async () => {
		const closed = ["web_sessions", "web_accounts", "web_user_guilds", "dashboard_change_heads"];
		expect(names(all.filter((table) => closed.includes(table.name) && table.webMay.length > 0))).toEqual([]);
		const { rows } = await db.pool("guildhall_owner").query<{ readable: boolean }>(
			`SELECT has_column_privilege('guildhall_web', t, c, 'SELECT') AS readable
			FROM (VALUES ('discord_webhooks', 'token'), ('api_tokens', 'token_hash'), ('web_users', 'email')) AS v (t, c)`,
		);
		expect(rows).toEqual([{ readable: false }, { readable: false }, { readable: false }]);
	});

	test("keep the bot from sessions, accounts and billing, and the sign-in role from every guild", async () => {
		const { rows } = await db.pool("guildhall_owner").query<{ found: string }>(
			`SELECT r || ' ' || c.relname AS found
			FROM pg_class c, unnest(ARRAY['guildhall_bot', 'guildhall_auth']) AS r
			WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
				AND (has_table_privilege(r, c.oid, 'SELECT, INSERT, UPDATE, DELETE') OR has_any_column_privilege(r, c.oid, 'SELECT'))
				AND CASE r
					WHEN 'guildhall_bot' THEN c.relname = ANY (ARRAY['web_users', 'web_accounts', 'web_sessions',
						'user_preferences', 'api_tokens', 'web_user_guilds', 'subscriptions', 'invoices', 'dashboard_changes'])
					ELSE c.relname <> ALL (ARRAY['web_users', 'web_accounts', 'web_sessions', 'user_preferences'])
				END`,
		);
		expect(rows).toEqual([]);
	});

	test("let the sign-in role read what it restores of the preferences, and not a person's favourite servers", async () => {
		const { rows } = await db.pool("guildhall_owner").query<{ name: string }>(
			`SELECT a.attname AS name FROM pg_attribute a
			WHERE a.attrelid = 'user_preferences'::regclass AND a.attnum > 0
				AND has_column_privilege('guildhall_auth', a.attrelid, a.attnum, 'SELECT')
			ORDER BY 1`,
		);
		expect(rows.map(({ name }) => name)).toEqual(["language", "theme", "timezone", "user_id"]);
	});

	test("let nobody write the change log", async () => {
		const { rows } = await db.pool("guildhall_owner").query(
			`SELECT r FROM unnest(ARRAY['guildhall_web', 'guildhall_auth', 'guildhall_bot']) AS r
			WHERE has_table_privilege(r, 'dashboard_changes', 'INSERT, UPDATE, DELETE, TRUNCATE')`,
		);
		expect(rows).toEqual([]);
	});
});

describe("the change log", () => {
	test("watches every table of a guild that the web role may write", async () => {
		const { rows } = await db
			.pool("guildhall_owner")
			.query<{ name: string }>(
				"SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'track_changes' AND tgparentid = 0",
			);
		const watched = new Set(rows.map((row) => row.name));
		const written = parents().filter(
			(table) =>
				table.guildColumn !== null &&
				!personal.has(table.name) &&
				table.webMay.some((command) => command !== "SELECT"),
		);
		expect(written.length).toBeGreaterThan(5);
		expect(names(written.filter((table) => !watched.has(table.name)))).toEqual([]);
	});
});

describe("functions", () => {
	test("pin their search_path, or are bound to what they name and run as who calls, and nobody may call one that was not granted", async () => {
		const { rows } = await db.pool("guildhall_owner").query<{ name: string; pinned: boolean; open: boolean }>(
			`SELECT p.oid::regprocedure::text AS name,
				coalesce(array_to_string(p.proconfig, ',') LIKE '%search_path=%', p.prosqlbody IS NOT NULL AND NOT p.prosecdef)
					AS pinned,
				has_function_privilege('public', p.oid, 'EXECUTE') AS open
			FROM pg_proc p
			WHERE p.pronamespace IN ('app'::regnamespace, 'public'::regnamespace)
				AND p.proowner = 'guildhall_owner'::regrole`,
		);
		expect(rows.length).toBeGreaterThan(20);
		expect(rows.filter((row) => !row.pinned || row.open).map((row) => row.name)).toEqual([]);
	});

	test("that every policy calls are parallel safe and stable, or counts would lose their parallel plan", async () => {
		const { rows } = await db.pool("guildhall_owner").query(
			`SELECT proname FROM pg_proc
			WHERE pronamespace = 'app'::regnamespace AND proname IN ('guild', 'user_id', 'session_user_id', 'caller')
				AND (proparallel <> 's' OR provolatile <> 's' OR NOT prosecdef)`,
		);
		expect(rows).toEqual([]);
	});
});
