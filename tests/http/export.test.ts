import { describe, expect, it } from "vitest";
import { limits } from "@/lib/api/rate-limit";
import { EXPORTS_AT_ONCE } from "@/lib/export/seats";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { type Operation, operations } from "./api-routes";
import { baseUrl, call, problemOf } from "./call";

const small = guilds.small.id;
const medium = guilds.medium.id;
const files = (await operations()).filter(({ spec }) => spec.file);
const named = files.map((operation): [string, Operation] => [operation.name, operation]);
const someone = (level = 7) => visitor({ levels: { [small]: level, [medium]: level } });

/** The file's address below a server, and the list's. */
const addressOf = ({ address }: Operation, guildId = small) => address.replace("{guildId}", guildId);
const listOf = (operation: Operation) => addressOf(operation).replace("/export", "");

type Page = { nextCursor?: string | null } & (
	| { items: Record<string, unknown>[] }
	| { people: Record<string, unknown>[] }
);

/** The list as its own route gives it, page by page. */
async function listed(operation: Operation, { token }: Visitor): Promise<Record<string, unknown>[]> {
	const items: Record<string, unknown>[] = [];
	let cursor: string | null | undefined = null;
	do {
		const search: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
		const response = await call(listOf(operation) + search, { session: token });
		const page = (await response.json()) as Page;
		items.push(...("items" in page ? page.items : page.people));
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
	it("is of a list that has one", () => {
		expect(files.map(listOf).map((address) => address.split(`${small}/`)[1])).toEqual(
			expect.arrayContaining([
				...["members", "messages", "cases", "audit", "commands", "commands/executions", "channels", "roles"],
				...["configuration/revisions", "access"],
			]),
		);
	});

	it.each(named)("%s holds the rows of the list, in its order", async (_, operation) => {
		const person = await someone();
		const response = await call(addressOf(operation), { session: person.token });
		const text = await response.text();
		expect(response.status, text.slice(0, 300)).toBe(200);
		expect(response.headers.get("content-disposition")).toMatch(
			/^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.json"$/,
		);
		expect(response.headers.get("cache-control")).toBe("private, no-store");
		const rows = operation.spec.response.parse(JSON.parse(text)) as Record<string, unknown>[];
		expect(rows).toEqual(JSON.parse(text));
		const keyOf = ({ id, caseNumber, revision, person, name }: Record<string, unknown>) =>
			String(id ?? caseNumber ?? revision ?? JSON.stringify(person) ?? name);
		const expected = (await listed(operation, person)).map(keyOf);
		const keys = rows.slice(0, Math.max(expected.length, 1)).map(keyOf);
		const isTree = operation.address.includes("/channels/");
		expect(isTree ? new Set(keys) : keys).toEqual(isTree ? new Set(expected) : expected);
	});

	it.each(named)("%s says the same as CSV, each cell safe for a spreadsheet", async (_, operation) => {
		const { token } = await someone();
		const json = await call(addressOf(operation), { session: token });
		const response = await call(`${addressOf(operation)}?format=csv`, { session: token });
		expect(response.headers.get("content-type")).toContain("text/csv; charset=utf-8");
		const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
		expect(text.startsWith("\uFEFF")).toBe(true);
		const [heading = [], ...rows] = rowsOf(text.slice(1));
		expect(rows).toHaveLength(((await json.json()) as unknown[]).length);
		for (const row of rows) expect(row).toHaveLength(heading.length);
		const cells = rows.flat();
		expect(cells.filter((cell) => /^[=+@\t\r]|^-\D|^\d{16,}$/.test(cell))).toEqual([]);
	});

	it.each(named)("%s opens nothing for HEAD", async (_, operation) => {
		const { token } = await someone();
		const response = await call(addressOf(operation), { method: "HEAD", session: token });
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
