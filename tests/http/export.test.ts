import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limits } from "@/lib/api/rate-limit";
import { EXPORTS_AT_ONCE } from "@/lib/export/seats";
import { fill } from "@/tests/setup/app-tree";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { type Operation, operations } from "./api-routes";
import { baseUrl, call, problemOf } from "./call";
import { type List, listsOf } from "./lists";

const small = guilds.small.id;
const medium = guilds.medium.id;
const all = await operations();
const lists = listsOf(all);
const exported = lists.flatMap(({ file, ...list }) => (file ? [{ ...list, file }] : []));
const named = exported.map((list): [string, (typeof exported)[number]] => [list.file.name, list]);
const someone = (level = 7) => visitor({ levels: { [small]: level, [medium]: level } });

/** Lists that are no files, by the reason why not. */
const unexported = {
	"a state of this moment": ["fleet shards", "fleet partitions", "guilds/{guildId}/configuration receipts"],
	"figures of charts, which hand them out": ["fleet days", "guilds/{guildId}/explore/charts items"],
	"one's own, and no server's": ["guilds items", "me/sessions items", "me/tokens items"],
	"in another file: of people, of cases, of messages": [
		"guilds/{guildId}/access roles",
		"guilds/{guildId}/orders items",
		"guilds/{guildId}/messages/{messageId}/context items",
	],
	"a few about one member": ["guilds/{guildId}/notes items"],
	"the answer to some letters": ["members", "channels", "cases"].map(
		(kind) => `guilds/{guildId}/search ${kind}`,
	),
};

let forum = "";
let letter = "";

beforeAll(async () => {
	const [channel] = await database<{ id: string }>(
		`SELECT parent_id::text AS id FROM discord_channels WHERE guild_id = $1 AND channel_type LIKE '%thread'
		AND deleted_at IS NULL GROUP BY parent_id ORDER BY count(*) DESC LIMIT 1`,
		[medium],
	);
	forum = channel?.id ?? "";
	const [kept] = await database<{ id: string }>(
		`INSERT INTO gateway_dead_letters (shard_id, sequence, event, reason, frame, received_at)
		VALUES (0, 1, 'GUILD_CREATE', '22P02: not a number: "=1+1"', '{}', now()) RETURNING id::text`,
	);
	letter = kept?.id ?? "";
});

afterAll(() => database("DELETE FROM gateway_dead_letters WHERE id = $1", [letter]));

/** Somebody who may read every list. */
async function reader(): Promise<Visitor> {
	const person = await someone();
	await database("UPDATE web_users SET is_operator = true WHERE user_id = $1", [person.id]);
	return person;
}

/** The small server has no threads. */
const addressOf = ({ address }: Operation) =>
	fill(address, { guildId: address.includes("{channelId}") ? medium : small, channelId: forum });

type Row = Record<string, unknown>;

/** The list as its own route gives it, page by page. */
async function listed({ route, field }: List, { token }: Visitor): Promise<Row[]> {
	const items: Row[] = [];
	let cursor: string | null | undefined = null;
	do {
		const search: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
		const response = await call(addressOf(route) + search, { session: token });
		const page = (await response.json()) as { nextCursor?: string | null } & Record<string, Row[]>;
		items.push(...(page[field] ?? []));
		cursor = page.nextCursor;
	} while (cursor && items.length < 1000);
	return items;
}

/** The rows of CSV (RFC 4180), read by hand. */
function rowsOf(text: string): string[][] {
	const rows: string[][] = [[]];
	const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/gy;
	for (const [, inQuotes, plain, end] of text.matchAll(cell)) {
		rows.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? plain ?? "");
		if (end === "\r\n") rows.push([]);
	}
	expect(rows.pop()).toEqual([]);
	return rows;
}

describe("every export", () => {
	it("is of a list, and every list has one or a reason not to", () => {
		expect(exported.map(({ file }) => file.name).toSorted()).toEqual(
			all.flatMap(({ spec, name }) => (spec.file ? [name] : [])).toSorted(),
		);
		expect(lists.flatMap(({ file, name }) => (file ? [] : [name])).toSorted()).toEqual(
			Object.values(unexported)
				.flat()
				.map((name) => `/api/v1/${name}`)
				.toSorted(),
		);
	});

	it.each(named)("%s is missed where it is not there", (_, { name, file }) => {
		const without = listsOf(all.filter((operation) => operation !== file));
		expect(without.find((list) => list.name === name)).toMatchObject({ file: undefined });
	});

	it.each(named)("%s holds the rows of the list, in its order", async (_, list) => {
		const { file } = list;
		const person = await reader();
		const response = await call(addressOf(file), { session: person.token });
		const text = await response.text();
		expect(response.status, text.slice(0, 300)).toBe(200);
		expect(response.headers.get("content-disposition")).toMatch(
			/^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.json"$/,
		);
		expect(response.headers.get("cache-control")).toBe("private, no-store");
		const rows = file.spec.response.parse(JSON.parse(text)) as Row[];
		expect(rows).toEqual(JSON.parse(text));
		const expected = await listed(list, person);
		expect(expected.length).toBeGreaterThan(0);
		const first = rows.slice(0, expected.length);
		const isTree = file.address.endsWith("/channels/export");
		const byId = (one: Row, other: Row) => String(one.id).localeCompare(String(other.id));
		expect(isTree ? first.toSorted(byId) : first).toMatchObject(isTree ? expected.toSorted(byId) : expected);
	});

	it.each(named)("%s says the same as CSV, each cell safe for a spreadsheet", async (_, { file }) => {
		const { token } = await reader();
		const json = await call(addressOf(file), { session: token });
		const response = await call(`${addressOf(file)}?format=csv`, { session: token });
		expect(response.headers.get("content-type")).toContain("text/csv; charset=utf-8");
		const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
		expect(text.startsWith("\uFEFF")).toBe(true);
		const [heading = [], ...rows] = rowsOf(text.slice(1));
		expect(rows).toHaveLength(((await json.json()) as unknown[]).length);
		for (const row of rows) expect(row).toHaveLength(heading.length);
		const cells = rows.flat();
		expect(cells.filter((cell) => /^[=+@\t\r]|^-\D|^\d{16,}$/.test(cell))).toEqual([]);
	});

	it.each(named)("%s opens nothing for HEAD", async (_, { file }) => {
		const { token } = await reader();
		const response = await call(addressOf(file), { method: "HEAD", session: token });
		expect([response.status, await response.text()]).toEqual([200, ""]);
	});
});

const messages = `/api/v1/guilds/${medium}/messages/export`;

/** Begins an export as a browser does. */
async function begin(person: Visitor, address = messages, signal?: AbortSignal): Promise<Response> {
	return fetch(new URL(address, baseUrl), {
		headers: { cookie: `guildhall.session=${person.token}` },
		...(signal ? { signal } : {}),
	});
}

async function first(response: Response): Promise<ReadableStreamDefaultReader<Uint8Array>> {
	const reader = response.body?.getReader();
	if (reader === undefined) throw new Error("an answer without a body");
	await reader.read();
	return reader;
}

describe("an export of many messages", () => {
	it("holds each of 200,000 once, newest first", { timeout: 300_000 }, async () => {
		const response = await begin(await someone(3), `${messages}?format=csv`);
		const ids: bigint[] = [];
		let rest = "";
		const decoder = new TextDecoder();
		const reader = response.body?.getReader();
		for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
			rest += decoder.decode(read.value, { stream: true });
			const lines = rest.split(/\r\n(?='\d{17,19},\d{4}-)/);
			rest = lines.pop() ?? "";
			for (const line of lines) if (line.startsWith("'")) ids.push(BigInt(line.slice(1, line.indexOf(","))));
		}
		ids.push(BigInt(rest.slice(1, rest.indexOf(","))));
		const [stored] = await database<{ count: number }>(
			"SELECT count(*)::int AS count FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NULL",
			[medium],
		);
		expect(ids.length).toBe(stored?.count);
		expect(ids.every((id, index) => index === 0 || id < (ids[index - 1] ?? 0n))).toBe(true);
		const about = Number(response.headers.get("x-guildhall-rows-about"));
		expect(Math.abs(about - ids.length) / ids.length).toBeLessThan(0.05);
	});

	// Wherever it falls, between two pages or between two statements of one: many tries meet both.
	it.each(Array.from({ length: 12 }, (_, pieces) => pieces))(
		"breaks off when the session is revoked on the way, %d pieces after the first",
		{ timeout: 60_000 },
		async (pieces) => {
			const person = await someone(3);
			const reader = await first(await begin(person));
			for (let piece = 0; piece < pieces; piece++) expect((await reader.read()).done).toBe(false);
			await database("UPDATE web_sessions SET revoked_at = now(), is_active = false WHERE user_id = $1", [
				person.id,
			]);
			const toTheEnd = async () => {
				for (let read = await reader.read(); !read.done; read = await reader.read());
			};
			await expect(toTheEnd()).rejects.toThrow();
			expect((await problemOf(await begin(person))).code).toBe("unauthenticated");
		},
	);

	it("ends the server's work when it is stopped, and makes room for the next", {
		timeout: 60_000,
	}, async () => {
		const person = await someone(3);
		const stops = Array.from({ length: EXPORTS_AT_ONCE }, () => new AbortController());
		for (const { signal } of stops) await first(await begin(person, messages, signal));
		const refused = await begin(person);
		expect(await problemOf(refused)).toMatchObject({ status: 429, code: "too_many_at_once" });
		for (const stop of stops) stop.abort();
		await expect
			.poll(
				async () => {
					const response = await begin(person, `/api/v1/guilds/${small}/roles/export`);
					await response.text();
					return response.status;
				},
				{ interval: 1000, timeout: 5000 },
			)
			.toBe(200);
	});
});

describe("an export", () => {
	it("is narrowed as the list is", async () => {
		const { token } = await someone();
		const bots = await call(`/api/v1/guilds/${medium}/members/export?kind=bots`, { session: token });
		const rows = (await bots.json()) as { isBot: boolean }[];
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.every(({ isBot }) => isBot)).toBe(true);
	});

	it("tells less to who may know less, as the list does", async () => {
		const columns = async (level: number) => {
			const { token } = await someone(level);
			const response = await call(`/api/v1/guilds/${medium}/audit/export`, { session: token });
			return new Set(((await response.json()) as { source: string }[]).map(({ source }) => source));
		};
		expect(await columns(3)).not.toContain("change");
		expect(await columns(5)).toContain("change");
	});

	it("is one of a few in a minute", async () => {
		const { token } = await someone();
		const codes: number[] = [];
		while (codes.length <= limits.export.points) {
			const response = await call(`/api/v1/guilds/${small}/roles/export`, { session: token });
			await response.text();
			codes.push(response.status);
		}
		expect(codes.at(-1)).toBe(429);
		expect(codes.filter((code) => code === 200)).toHaveLength(limits.export.points);
	});
});
