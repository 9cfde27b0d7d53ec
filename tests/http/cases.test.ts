import { describe, expect, it } from "vitest";
import { database, guilds, login } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const base = `/api/v1/guilds/${guilds.medium.id}`;

type Item = { caseNumber: number; reason: string; status: string; type: { code: string | null } };
type List = { items: Item[]; nextCursor: string | null };
type Detail = Item & { revision: string; events: { kind: string }[] };

async function read<T>(session: string, path: string): Promise<T> {
	const response = await call(base + path, { session });
	expect(response.status).toBe(200);
	return (await response.json()) as T;
}

async function pages(session: string, search: string): Promise<Item[]> {
	const items: Item[] = [];
	let cursor: string | null = "";
	while (cursor !== null) {
		const next: List = await read(session, `/cases?limit=100&${search}${cursor && `&cursor=${cursor}`}`);
		items.push(...next.items);
		cursor = next.nextCursor;
	}
	return items;
}

describe("the list of cases", () => {
	it("shows every case once, newest first, page by page", async () => {
		const numbers = (await pages(await login("helper"), "")).map(({ caseNumber }) => caseNumber);
		expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
		expect(new Set(numbers).size).toBe(numbers.length);
		expect(numbers.length).toBeGreaterThan(400);
	});

	it("divides into statuses without a rest", async () => {
		const session = await login("helper");
		const all = await pages(session, "");
		for (const status of ["open", "closed", "expired", "voided"]) {
			const some = await pages(session, `status=${status}`);
			expect(some).toEqual(all.filter((item) => item.status === status));
		}
	});

	it("narrows to what the overview says needs attention", async () => {
		const session = await login("moderator");
		const { attention } = await read<{ attention: { kind: string; count: number }[] }>(session, "/overview");
		const counted = (kind: string) => attention.find((item) => item.kind === kind)?.count ?? 0;
		const expiring = await pages(session, "expiring=1");
		expect(expiring).toHaveLength(counted("expiring"));
		expect(expiring.filter(({ status }) => status !== "open")).toEqual([]);
		const appealed = await pages(session, "appealed=1");
		expect(appealed).toHaveLength(counted("appeals"));
		const waiting = await database<{ number: number }>(
			`SELECT c.case_number AS number FROM case_appeals a JOIN cases c ON c.case_id = a.case_id
			 WHERE a.guild_id = $1 AND a.status = 'pending' AND NOT a.is_deleted ORDER BY c.case_id DESC`,
			[guilds.medium.id],
		);
		expect(waiting.length).toBeGreaterThan(0);
		expect(appealed.map(({ caseNumber }) => caseNumber)).toEqual(waiting.map(({ number }) => number));
	});

	it("does not tell who appealed to those who may not read appeals", async () => {
		expect(await pages(await login("helper"), "appealed=1")).toEqual([]);
	});

	it("finds words of the reason together with other filters, and a number", async () => {
		const session = await login("helper");
		const all = await pages(session, "");
		const shouting = all.filter(
			({ reason, type }) => /\bshouting\b/i.test(reason) && type.code === "TIMEOUT",
		);
		expect(await pages(session, "q=shouting&type=TIMEOUT")).toEqual(shouting);
		expect((await pages(session, "q=%2312")).map(({ caseNumber }) => caseNumber)).toEqual([12]);
	});

	it("refuses a cursor that it did not give out", async () => {
		const response = await call(`${base}/cases?cursor=nonsense`, { session: await login("helper") });
		expect((await problemOf(response)).code).toBe("bad_request");
	});
});

describe("a case that two people change", () => {
	it("takes the first change and shows the second what is stored now", async () => {
		const session = await login("moderator");
		const { revision, reason } = await read<Detail>(session, "/cases/20");
		const send = (text: string) =>
			call(`${base}/cases/20`, { method: "PATCH", session, body: { revision, reason: text } });
		const answers = await Promise.all([send(`${reason}, first`), send(`${reason}, second`)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		const stored = await read<Detail>(session, "/cases/20");
		const refused = answers.find(({ status }) => status === 409);
		const problem = (await refused?.json()) as { current: Detail };
		expect(problem.current.reason).toBe(stored.reason);
		expect(stored.events[0]?.kind).toBe("edited");
	});

	it("is not given an expiry that its type does not have", async () => {
		const session = await login("moderator");
		const kick = (await pages(session, "type=KICK"))[0];
		const path = `/cases/${kick?.caseNumber}`;
		const { revision } = await read<Detail>(session, path);
		const body = { revision, status: "open", expiresAt: "2100-01-01T00:00:00Z" };
		const response = await call(base + path, { method: "PATCH", session, body });
		expect((await problemOf(response)).code).toBe("invalid_input");
	});
});

describe("a temporary ban that is over", () => {
	it("is opened again with a new expiry, and not without one", async () => {
		const session = await login("moderator");
		const [over] = await pages(session, "type=TEMPBAN&status=expired");
		const path = `/cases/${over?.caseNumber}`;
		const { revision } = await read<Detail>(session, path);
		const send = (change: object) =>
			call(base + path, { method: "PATCH", session, body: { revision, status: "open", ...change } });
		expect(await problemOf(await send({}))).toMatchObject({
			code: "invalid_input",
			errors: [{ path: "expiresAt", message: "Cases of this type need an expiry." }],
		});
		const reopened = await send({ expiresAt: "2100-01-01T00:00:00Z" });
		expect(reopened.status).toBe(200);
		expect(await reopened.json()).toMatchObject({ status: "open", expiresAt: "2100-01-01T00:00:00.000Z" });
	});
});

describe("a note", () => {
	it("is removed by whoever wrote it, and by nobody else", async () => {
		const helper = await login("helper");
		const member = guilds.medium.ownerId;
		const body = { member, content: "Prefers a message over a public warning." };
		const added = await call(`${base}/notes`, { method: "POST", session: helper, body });
		expect(added.status).toBe(201);
		const { noteNumber } = (await added.json()) as { noteNumber: number };
		const remove = (session: string) => call(`${base}/notes/${noteNumber}`, { method: "DELETE", session });
		expect((await remove(await login("moderator"))).status).toBe(404);
		expect((await remove(helper)).status).toBe(204);
		expect((await remove(helper)).status).toBe(404);
	});
});

describe("the appeals of a case", () => {
	it("are for moderators, on the page of the case too", async () => {
		const [appeal] = await database<{ caseNumber: number; content: string }>(
			`SELECT c.case_number AS "caseNumber", a.content FROM case_appeals a
			 JOIN cases c ON c.guild_id = a.guild_id AND c.case_id = a.case_id
			 WHERE a.guild_id = $1 AND a.status = 'denied' AND NOT a.is_deleted ORDER BY a.id LIMIT 1`,
			[guilds.medium.id],
		);
		const opening = appeal?.content.slice(0, 20) ?? "missing";
		const seenAt = async (level: number) => {
			const { token } = await visitor({ levels: { [guilds.medium.id]: level } });
			const address = `/guilds/${guilds.medium.id}/cases/${appeal?.caseNumber}`;
			const page = await call(address, { session: token });
			expect(page.status).toBe(200);
			return (await page.text()).includes(opening);
		};
		expect(await seenAt(2)).toBe(false);
		expect(await seenAt(3)).toBe(true);
	});
});
