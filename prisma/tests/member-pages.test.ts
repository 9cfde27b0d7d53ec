import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { listMembers } from "@/lib/members/data";
import { type ListMembersQuery, listMembersQuery, memberSorts } from "@/lib/members/schema";
import { createRandom } from "@/prisma/seed/random";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild, newId } from "./people";

type Stored = {
	user_id: string;
	joined: string;
	sort_name: string;
	search_text: string;
	gone: boolean;
	bot: boolean;
	boosts: boolean;
	roles: string[];
};

/** More than a walk to the holders of a role passes before it gives up. */
const MEMBERS = 12_000;
const NAMES = ["Amber Otter", "Brisk Heron", "Calm Lynx", "Dusky Vole"];

let db: TestDatabase;
let guild: string;
let stored: Stored[];
let visitor: { userId: string; token: string; level: 7 };
const roles = { spread: newId(), early: newId(), rare: newId(), none: newId() };

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	visitor = { ...(await makeAdmin(db, guild)), level: 7 };
	await fill();
	stored = await readStored();
});
afterAll(() => db.drop());

const bot = (text: string, parameters: unknown[] = []) => db.pool("guildhall_bot").query(text, parameters);

/** Members that joined in bursts, so that many share a moment; the role of the early ones is at one end of the list. */
async function fill() {
	const { chance, int, pick } = createRandom(5, "member pages");
	const people = Array.from({ length: MEMBERS }, (_, index) => ({
		id: newId(),
		name: `${pick(NAMES)} ${int(0, 899)}`,
		bot: chance(0.01),
		left: chance(0.05),
		boosts: chance(0.02),
		day: Math.floor(index / 40),
		roles: [
			...(chance(0.5) ? [roles.spread] : []),
			...(index < 3500 ? [roles.early] : []),
			...(chance(0.005) ? [roles.rare] : []),
		],
	}));
	const table =
		"json_to_recordset($1) AS s (id bigint, name text, bot boolean, left_ boolean, boosts boolean, day int, roles json)";
	const rows = JSON.stringify(people.map(({ left, ...person }) => ({ ...person, left_: left })));
	await bot(`INSERT INTO discord_users (id, username, bot) SELECT id, name, bot FROM ${table}`, [rows]);
	await bot(
		`INSERT INTO discord_guild_members (guild_id, user_id, joined_at, premium_since, left_at)
		SELECT $2, id, timestamptz '2025-01-01' + day * interval '1 day', CASE WHEN boosts THEN now() END,
			CASE WHEN left_ THEN now() END FROM ${table}`,
		[rows, guild],
	);
	await bot(
		"INSERT INTO discord_roles (id, guild_id, name, position, permissions) SELECT id, $2, id::text, 1, 0 FROM unnest($1::bigint[]) AS id",
		[Object.values(roles), guild],
	);
	await bot(
		`INSERT INTO discord_member_roles (guild_id, user_id, role_id)
		SELECT $2, s.id, r.value::bigint FROM ${table}, json_array_elements_text(s.roles) r`,
		[rows, guild],
	);
}

async function readStored(): Promise<Stored[]> {
	const { rows } = await bot(
		`SELECT m.user_id::text, to_char(m.joined_at, 'YYYY-MM-DD HH24:MI:SS.US') AS joined, m.sort_name, m.search_text,
			m.left_at IS NOT NULL AS gone, u.bot, m.premium_since IS NOT NULL AS boosts, coalesce(r.roles, '{}') AS roles
		FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
			LEFT JOIN (SELECT user_id, array_agg(role_id::text) AS roles FROM discord_member_roles WHERE guild_id = $1
				GROUP BY user_id) r ON r.user_id = m.user_id
		WHERE m.guild_id = $1`,
		[guild],
	);
	return rows;
}

/** All members that fit, filtered and sorted one by one. */
function expected({ q, role, kind, boosting, left, sort }: ListMembersQuery): string[] {
	const byName = sort.endsWith("name");
	const key = (member: Stored) => (byName ? member.sort_name : member.joined);
	const ascending = (a: Stored, b: Stored) =>
		compare(key(a), key(b)) || compare(BigInt(a.user_id), BigInt(b.user_id));
	const fit = stored
		.filter((member) => member.gone === (left === "1") && (!boosting || member.boosts))
		.filter((member) => kind === undefined || member.bot === (kind === "bots"))
		.filter((member) => role === undefined || member.roles.includes(role))
		.toSorted(ascending);
	const known = q === undefined ? undefined : firstNamed(q, left === "1");
	const named = fit.filter((member) => known?.has(member.user_id) ?? true);
	return (sort.startsWith("-") ? named.toReversed() : named).map((member) => member.user_id);
}

/** Whom a search knows: the first thousand by name. */
function firstNamed(text: string, withLeft: boolean): Set<string> {
	const found = stored
		.filter((member) => member.search_text.includes(text) && (withLeft || !member.gone))
		.toSorted((a, b) => compare(a.sort_name, b.sort_name) || compare(BigInt(a.user_id), BigInt(b.user_id)));
	return new Set(found.slice(0, 1000).map((member) => member.user_id));
}

/** As bytes, which for these names is the order of the characters. */
const compare = <T extends string | bigint>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

async function readAll(scope: GuildScope, query: ListMembersQuery): Promise<string[]> {
	const ids: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await listMembers(scope, { ...query, cursor });
		expect(page.items.length).toBeLessThanOrEqual(query.limit);
		ids.push(...page.items.map((item) => item.id));
		cursor = page.nextCursor ?? undefined;
	} while (cursor !== undefined);
	return ids;
}

const asked: Partial<ListMembersQuery>[] = [
	{ role: roles.spread },
	{ role: roles.early },
	{ role: roles.rare },
	{ role: roles.none },
	{ role: roles.early, kind: "bots" },
	{ role: roles.spread, left: "1" },
	{ role: roles.spread, q: "otter 1" },
	{ role: roles.early, boosting: "1" },
	{ kind: "bots" },
	{ kind: "people", boosting: "1" },
	{ q: "otter" },
	{ q: "vole 77" },
	{ q: "heron 123", left: "1" },
	{ q: "nobody" },
];

describe.each(["-joined", "name"] as const)("members in the order %s", (sort) => {
	test.each(asked)("are those that fit %j, page after page", async (narrowing) => {
		const query = listMembersQuery.parse({ ...narrowing, sort, limit: 100 });
		const wanted = expected(query);
		expect(await inScope(db, guild, visitor, (scope) => readAll(scope, query))).toEqual(wanted);
	});
});

describe.each(memberSorts)("members in the order %s", (sort) => {
	test.each(["rare", "early"] as const)("with the %s role end with a page that may be full", async (name) => {
		const query = listMembersQuery.parse({ role: roles[name], sort, limit: 25 });
		const wanted = expected(query);
		const [before, ...last] = wanted.slice(-26);
		const { joined, sort_name } = stored.find((member) => member.user_id === before) ?? {};
		const cursor = encodeCursor([(sort.endsWith("name") ? sort_name : joined) ?? "", before ?? ""]);
		const page = await inScope(db, guild, visitor, (scope) => listMembers(scope, { ...query, cursor }));
		expect(page.items.map((item) => item.id)).toEqual(last);
		expect(page.nextCursor).toBeNull();
	});
});

describe("whether a member is a bot", () => {
	test("follows what is said of the person", async () => {
		const known = stored.find((member) => !member.bot && !member.gone)?.user_id;
		const isBot = async () =>
			(
				await bot("SELECT is_bot FROM discord_guild_members WHERE guild_id = $1 AND user_id = $2", [
					guild,
					known,
				])
			).rows;
		await bot("UPDATE discord_users SET bot = true WHERE id = $1", [known]);
		expect(await isBot()).toEqual([{ is_bot: true }]);
		await bot("UPDATE discord_users SET bot = NULL WHERE id = $1", [known]);
		expect(await isBot()).toEqual([{ is_bot: false }]);
	});
});
