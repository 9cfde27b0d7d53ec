import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { fill } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { type Operation, ofGuild, operations } from "./api-routes";
import { call, problemOf } from "./call";
import { type DocumentCheck, documentCheck } from "./document-check";

type Document = { openapi: string; paths: Record<string, Record<string, { summary: string }>> };

const named = (list: Operation[]) =>
	list.map((operation): [string, Operation] => [operation.name, operation]);
const all = await operations();
/** Streams do not end; tests/http/live.test.ts reads them. Files may be long; tests/http/export.test.ts reads those. */
const reads = named(all.filter(({ method, spec }) => method === "GET" && !spec.stream && !spec.file));
const searched = named(
	all.filter((operation) => operation.method === "GET" && operation.spec.query && ofGuild(operation)),
);

let values: Record<string, string> = {};
let reader: Visitor = { id: "", token: "" };
let followsDocument: DocumentCheck;

beforeAll(async () => {
	values = await examples(guilds.medium.id);
	reader = await visitor({ levels: { [guilds.medium.id]: 7 } });
	followsDocument = documentCheck((await (await call("/api/v1/openapi.json")).json()) as object);
	await database("UPDATE web_users SET is_operator = true WHERE user_id = $1", [reader.id]);
});

/** Values of the query parameters that an operation insists on. */
function query({ spec, name }: Operation): Record<string, string> {
	const known: Record<string, string | undefined> = {
		member: values.userId,
		q: "general",
		topics: "cases",
	};
	const demanded = Object.entries(spec.query?.shape ?? {}).filter(
		([, schema]) => !(schema as z.ZodType).safeParse(undefined).success,
	);
	return Object.fromEntries(
		demanded.map(([parameter]) => {
			const value = known[parameter];
			if (value === undefined) throw new Error(`no example of ?${parameter}= for ${name}`);
			return [parameter, value];
		}),
	);
}

/** Few files may be asked for in a minute, and few writes: each kind of them has somebody of its own. */
async function readerOf({ spec, method }: Operation): Promise<Visitor> {
	return spec.file || method !== "GET" ? visitor({ levels: { [guilds.medium.id]: 7 } }) : reader;
}

async function ask(operation: Operation, more: Record<string, string> = {}): Promise<Response> {
	const search = new URLSearchParams({ ...query(operation), ...more });
	const { token } = await readerOf(operation);
	return call(`${fill(operation.address, values)}?${search}`, { session: token });
}

describe("the document", () => {
	it("lists the file tree's operations and no others", async () => {
		const response = await call("/api/v1/openapi.json");
		const { openapi, paths } = (await response.json()) as Document;
		const listed = Object.entries(paths).flatMap(([path, item]) =>
			Object.keys(item).map((method) => `${method.toUpperCase()} /api/v1${path}`),
		);
		expect(openapi).toBe("3.1.0");
		expect(new Set(listed)).toEqual(new Set(all.map(({ name }) => name)));
	});
});

describe("answers", () => {
	it.each(reads)("%s answers what it declares and nothing beside it", async (_, operation) => {
		const response = await ask(operation);
		const answer: unknown = await response.json();
		expect(response.status, JSON.stringify(answer)).toBe(200);
		expect(response.headers.get("x-request-id")).toBeTruthy();
		expect(operation.spec.response.parse(answer)).toEqual(answer);
		expect(followsDocument(operation, answer)).toEqual([]);
	});

	const tagged = named(all.filter(({ method, spec }) => method === "GET" && spec.etag));

	it.each(tagged)("%s is not sent again to whoever has it", async (_, operation) => {
		const first = await ask(operation);
		const tag = first.headers.get("etag");
		expect(tag).toMatch(/^"[\w-]+"$/);
		const { token } = await readerOf(operation);
		const again = (known: string) =>
			call(fill(operation.address, values), { session: token, headers: { "if-none-match": known } });
		for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
			const unchanged = await again(known ?? "");
			expect([unchanged.status, await unchanged.text()], known ?? "").toEqual([304, ""]);
			expect(unchanged.headers.get("etag")).toBe(tag);
			expect(unchanged.headers.get("x-request-id")).toBeTruthy();
		}
		const changed = await again('"other"');
		expect([changed.status, changed.headers.get("etag")]).toEqual([200, tag]);
	});
});

describe("refusals", () => {
	it.each(searched)("%s names a parameter that it does not know", async (_, operation) => {
		const problem = await problemOf(await ask(operation, { unheardOf: "1" }));
		expect(problem).toMatchObject({ status: 422, code: "invalid_input" });
		expect(problem.requestId).toBeTruthy();
	});

	const paged = searched.filter(([, { spec }]) => spec.query?.shape.cursor !== undefined);
	const wrong = ["nonsense", btoa("[1,2,3,4,5,6,7,8]"), btoa('["x"]'), btoa('[{"a":1}]')];

	it.each(paged)("%s refuses cursors that it did not give out", async (_, operation) => {
		for (const cursor of wrong) {
			const { status } = await problemOf(await ask(operation, { cursor }));
			expect([400, 422], `?cursor=${cursor}`).toContain(status);
		}
	});

	it.each(named(all.filter(ofGuild)))("%s finds no server behind a malformed id", async (_, operation) => {
		const { token } = await readerOf(operation);
		for (const guildId of ["0", "1", "abc", "1e5", "99999999999999999999", "' OR true --"]) {
			const response = await call(fill(operation.address, { ...values, guildId }), {
				method: operation.method,
				session: token,
				...(operation.spec.body === undefined ? {} : { body: {} }),
			});
			expect((await problemOf(response)).status, guildId).toBe(404);
		}
	});
});
