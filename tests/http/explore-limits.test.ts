import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const { id } = guilds.medium;
const charts = `/api/v1/guilds/${id}/explore/charts`;
const slow = { measure: "auditEntries", dimension: "action" } as const;
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });

let people: [Visitor, Visitor, Visitor];
const saved: string[] = [];

/** Saves a chart and pins it to the overview. */
async function pin({ token }: Visitor, name: string, definition: object): Promise<void> {
	const body = { name, definition, shared: true };
	const made = await call(charts, { session: token, method: "POST", body });
	const chart = (await made.json()) as { id: string };
	saved.push(chart.id);
	const pinned = await call(`${charts}/${chart.id}/pin`, { session: token, method: "PUT", body: {} });
	expect(pinned.status).toBe(200);
}

beforeAll(async () => {
	await owner.connect();
	const at = (level: number) => visitor({ levels: { [id]: level } });
	// Who manages the server is also told of rows without a month, for which the log itself is looked at.
	people = await Promise.all([at(5), at(5), at(3)]);
	await pin(people[0], "What was logged", slow);
	await pin(people[0], "Replies by the hour", { measure: "replies", dimension: "hour" });
	// From here on nobody reads the log until the tests end; readers wait.
	await owner.query("BEGIN; LOCK TABLE discord_native_audit_log IN ACCESS EXCLUSIVE MODE");
});
afterAll(async () => {
	await owner.query("ROLLBACK");
	await owner.end();
	for (const chart of saved) await call(`${charts}/${chart}`, { session: people[0].token, method: "DELETE" });
});

const view = new URLSearchParams(slow).toString();

test.concurrent("a view that takes too long is cut off, and says so", async () => {
	const begun = performance.now();
	const answer = await call(`/api/v1/guilds/${id}/explore?${view}`, { session: people[0].token });
	expect(answer.headers.get("retry-after")).toBe("1");
	expect(await problemOf(answer)).toMatchObject({ status: 503, code: "too_slow" });
	expect(performance.now() - begun).toBeLessThan(10_000);
});

test.concurrent("the page of such a view stands, and says how to ask for less", async () => {
	const page = await call(`/guilds/${id}/explore?${view}`, { session: people[1].token });
	expect(page.status).toBe(200);
	expect(await page.text()).toContain("It was stopped after five seconds.");
});

test.concurrent("a pinned chart that is too slow says so in its place, and holds up neither the overview nor the others", async () => {
	const begun = performance.now();
	const page = await call(`/guilds/${id}`, { session: people[2].token });
	expect(page.status).toBe(200);
	const text = (await page.text()).replaceAll(/<script.*?<\/script>/gs, "");
	expect(performance.now() - begun).toBeLessThan(4500);
	expect(text.split("This chart took too long.")).toHaveLength(2);
	expect(text).toMatch(/<figure(?:(?!<\/figure>).)*Replies by the hour/s);
});
