import { describe, expect, it } from "vitest";
import { guilds, login } from "@/tests/setup/login";
import { call, problemOf } from "./call";

const base = `/api/v1/guilds/${guilds.medium.id}/audit`;

type Entry = {
	source: string;
	id: string;
	at: string;
	actorId: string | null;
	chain?: { intact: boolean } | null;
};
type List = { items: Entry[]; nextCursor: string | null };

async function read<T>(session: string, path: string): Promise<T> {
	const response = await call(base + path, { session });
	expect(response.status).toBe(200);
	return (await response.json()) as T;
}

/** The first `count` pages. */
async function pages(session: string, search: string, count: number): Promise<Entry[]> {
	const items: Entry[] = [];
	let cursor: string | null = "";
	for (let page = 0; page < count && cursor !== null; page++) {
		const next: List = await read(session, `?${search}${cursor && `&cursor=${cursor}`}`);
		items.push(...next.items);
		cursor = next.nextCursor;
	}
	return items;
}

const keys = (entries: Entry[]) => entries.map(({ source, id }) => `${source}-${id}`);

describe("the audit", () => {
	it("merges the three logs by time, the same in pages of any size", async () => {
		const session = await login("owner");
		const wide = await pages(session, "limit=100", 3);
		const narrow = await pages(session, "limit=37", 8);
		expect(keys(narrow)).toEqual(keys(wide).slice(0, narrow.length));
		expect(new Set(keys(wide)).size).toBe(wide.length);
		const times = wide.map(({ at }) => Date.parse(at));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		expect(new Set(wide.map(({ source }) => source))).toEqual(new Set(["change", "bot", "discord"]));
	});

	it("has no changes of the dashboard for a moderator", async () => {
		const session = await login("moderator");
		const found = await pages(session, "limit=100", 3);
		expect(found.filter(({ source }) => source === "change")).toEqual([]);
		expect(await pages(session, "source=change", 1)).toEqual([]);
		const [change] = await pages(await login("owner"), "source=change&limit=1", 1);
		expect((await call(`${base}/change/${change?.id}`, { session })).status).toBe(404);
	});

	it("is closed to a helper", async () => {
		const response = await call(base, { session: await login("helper") });
		expect((await problemOf(response)).code).toBe("forbidden");
	});

	it("is narrowed by who did it", async () => {
		const session = await login("owner");
		const [first] = await pages(session, "source=discord&limit=1", 1);
		const found = await pages(session, `actor=${first?.actorId}&limit=100`, 1);
		expect(found.length).toBeGreaterThan(0);
		expect(new Set(found.map(({ actorId }) => actorId))).toEqual(new Set([first?.actorId]));
	});

	it("says of a change whether it is as it was written", async () => {
		const session = await login("owner");
		const [change] = await pages(session, "source=change&limit=1", 1);
		const detail = await read<Entry>(session, `/change/${change?.id}`);
		expect(detail.chain).toMatchObject({ intact: true });
	});

	it("refuses a cursor that it did not give out", async () => {
		const response = await call(`${base}?cursor=nonsense`, { session: await login("owner") });
		expect((await problemOf(response)).code).toBe("bad_request");
	});
});

it("has each change under the id that the answer to it carried", async () => {
	const session = await login("owner");
	const keys = `/api/v1/guilds/${guilds.medium.id}/configuration/keys`;
	const { revision } = (await (await call(keys, { session })).json()) as { revision: number };
	const body = { revision, json: "true", description: null };
	const added = await call(`${keys}/test.traced`, { session, method: "PUT", body });
	const [newest] = (await read<List>(session, "?source=change&limit=1")).items;
	const detail = await read<{ requestId: string }>(session, `/change/${newest?.id}`);
	expect(detail.requestId).toBe(added.headers.get("x-request-id"));

	const after = (await added.json()) as { revision: number };
	await call(`${keys}/test.traced?revision=${after.revision}`, { session, method: "DELETE" });
});
