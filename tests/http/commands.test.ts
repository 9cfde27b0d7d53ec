import { describe, expect, it } from "vitest";
import { guilds, login } from "@/tests/setup/login";
import { call, problemOf } from "./call";

const base = `/api/v1/guilds/${guilds.medium.id}/commands`;

type Command = {
	name: string;
	executions: number;
	errors: number;
	median: number | null;
	slowest: number | null;
};
type Execution = {
	id: string;
	command: string;
	outcome: string;
	user: { id: string };
	latency: number | null;
};
type List<T> = { items: T[]; nextCursor: string | null };

async function read<T>(session: string, path: string): Promise<T> {
	const response = await call(base + path, { session });
	expect(response.status).toBe(200);
	return (await response.json()) as T;
}

async function executions(session: string, search: string): Promise<Execution[]> {
	const items: Execution[] = [];
	let cursor: string | null = "";
	while (cursor !== null) {
		const next: List<Execution> = await read(
			session,
			`/executions?limit=100&${search}${cursor && `&cursor=${cursor}`}`,
		);
		items.push(...next.items);
		cursor = next.nextCursor;
	}
	return items;
}

describe("the executions", () => {
	it("come once each, newest first, and are as many as the commands' figures say", async () => {
		const session = await login("helper");
		const all = await executions(session, "range=90d");
		const ids = all.map(({ id }) => BigInt(id));
		expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
		expect(new Set(ids).size).toBe(ids.length);
		const { items } = await read<List<Command>>(session, "?range=90d");
		for (const { name, executions: count, errors } of items) {
			const uses = all.filter(({ command }) => command === name);
			expect([name, uses.length]).toEqual([name, count]);
			expect(uses.filter(({ outcome }) => outcome === "error")).toHaveLength(errors);
		}
	});

	it("are narrowed by command, outcome and user together", async () => {
		const session = await login("helper");
		const all = await executions(session, "range=90d");
		const one = all.find(({ outcome }) => outcome === "error");
		const search = `range=90d&command=${one?.command}&outcome=error&user=${one?.user.id}`;
		const fitting = all.filter(
			(item) => item.command === one?.command && item.outcome === "error" && item.user.id === one.user.id,
		);
		expect(await executions(session, search)).toEqual(fitting);
	});

	it("refuse a cursor that they did not give out", async () => {
		const response = await call(`${base}/executions?cursor=nonsense`, { session: await login("helper") });
		expect((await problemOf(response)).code).toBe("bad_request");
	});

	it("are not found under another server's address", async () => {
		const session = await login("owner");
		const { items } = await read<List<Execution>>(session, "/executions?limit=1");
		const id = items[0]?.id;
		expect((await call(`${base}/executions/${id}`, { session })).status).toBe(200);
		const foreign = `/api/v1/guilds/${guilds.small.id}/commands/executions/${id}`;
		expect((await call(foreign, { session })).status).toBe(404);
	});
});
