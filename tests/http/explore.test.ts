import { beforeAll, describe, expect, test } from "vitest";
import { guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { type Call, call, problemOf } from "./call";

const { id } = guilds.medium;
const base = `/api/v1/guilds/${id}/explore`;

type Result = {
	calendar: string;
	total: { value: number | null; previous: number | null };
	places: { values: (number | null)[] };
	groups: { key: string; value: number }[];
};
type Chart = {
	id: string;
	revision: number;
	mine: boolean;
	shared: boolean;
	position: number | null;
	name: string;
};

let helper: Visitor;
let manager: Visitor;
let reader: Visitor;

beforeAll(async () => {
	const at = (level: number) => visitor({ levels: { [id]: level } });
	[reader, helper, manager] = await Promise.all([at(1), at(2), at(5)]);
});

async function read<T>({ token }: Visitor, path: string, wish: Call = {}): Promise<T> {
	const response = await call(base + path, { session: token, ...wish });
	expect(response.status, path).toBeLessThan(300);
	return (await response.json()) as T;
}

const refused = async ({ token }: Visitor, path: string, wish: Call = {}) => {
	const { status, code } = await problemOf(await call(base + path, { session: token, ...wish }));
	return { status, code };
};

const save = (who: Visitor, shared = false) =>
	read<Chart>(who, "/charts", {
		method: "POST",
		body: { name: "Busy hours", definition: { measure: "messages", dimension: "heat" }, shared },
	});

describe("a view", () => {
	test("adds up to the same whole by time, by weekday and by hour", async () => {
		const by = (dimension: string) =>
			read<Result>(reader, `?measure=replies&dimension=${dimension}&range=90d`);
		const [time, weekday, heat] = await Promise.all(["time", "weekday", "heat"].map(by));
		const sum = (result?: Result) =>
			result?.places.values.reduce<number>((all, value) => all + (value ?? 0), 0);
		expect(sum(time)).toBeGreaterThan(0);
		expect([sum(weekday), sum(heat)]).toEqual([sum(time), sum(time)]);
		expect(time?.total.value).toBe(sum(time));
		expect([weekday?.places.values.length, heat?.places.values.length]).toEqual([7, 168]);
	});

	test.each(["from=2026-11-20&to=2026-11-01", "from=2026-11-01", "from=1999-01-01&to=2026-11-01"])(
		"is refused for days that make no sense (%s), which the page answers with others",
		async (days) => {
			const view = `?measure=messages&dimension=time&${days}`;
			expect(await refused(reader, view)).toEqual({ status: 422, code: "invalid_input" });
			const page = await call(`/guilds/${id}/explore${view}`, { session: reader.token });
			expect(page.status).toBe(200);
			expect(await page.text()).toMatch(/usual period is shown|Only days from 2015/);
		},
	);

	test("is refused below its level, and given above", async () => {
		const member = "?measure=messages&dimension=member";
		expect(await refused(helper, member)).toEqual({ status: 403, code: "forbidden" });
		expect(await refused(reader, "?measure=cases")).toEqual({ status: 403, code: "forbidden" });
		expect((await read<Result>(manager, member)).groups.length).toBeGreaterThan(5);
		expect((await read<Result>(helper, "?measure=cases&dimension=caseType")).groups.length).toBeGreaterThan(
			1,
		);
	});

	test.for([
		"?measure=messages%3B%20DROP%20TABLE%20cases",
		"?measure=__proto__",
		"?measure=constructor&dimension=prototype",
		"?dimension=time)%20OR%20(1%3D1",
		"?channel=1%20OR%201%3D1",
		"?member[$ne]=1",
		"?caseType=custom%3A1'--",
		"?command=a%00b",
		`?command=${"x".repeat(200)}`,
		"?measure=messages&measure=joins",
		"?range=all&sql=select",
		"?measure=joins&dimension=channel",
	])("is not %s", async (search) => {
		expect(await refused(manager, search)).toEqual({ status: 422, code: "invalid_input" });
	});
});

describe("a saved chart", () => {
	test("is its owner's alone until it is shared, and told nobody before", async () => {
		const chart = await save(helper);
		expect(chart).toMatchObject({ mine: true, shared: false, position: null, revision: 1 });
		const listed = async (who: Visitor) =>
			(await read<{ items: Chart[] }>(who, "/charts")).items.find((each) => each.id === chart.id);
		expect(await listed(reader)).toBeUndefined();
		expect(await refused(reader, `/charts/${chart.id}`, patch({ revision: 1, name: "Mine" }))).toEqual({
			status: 404,
			code: "not_found",
		});
		await read(helper, `/charts/${chart.id}`, patch({ revision: 1, shared: true }));
		expect(await listed(reader)).toMatchObject({ mine: false, name: "Busy hours" });
		expect(await refused(reader, `/charts/${chart.id}`, patch({ revision: 2, name: "Mine" }))).toEqual({
			status: 403,
			code: "forbidden",
		});
	});

	test("tells of a change that somebody has not seen", async () => {
		const chart = await save(helper);
		await read(helper, `/charts/${chart.id}`, patch({ revision: 1, name: "Renamed" }));
		const late = await call(`${base}/charts/${chart.id}`, {
			session: helper.token,
			...patch({ revision: 1, name: "Late" }),
		});
		expect(late.status).toBe(409);
		expect(await late.json()).toMatchObject({ code: "conflict", current: { name: "Renamed", revision: 2 } });
	});

	test("is pinned by who manages the server, until it is no longer shared", async () => {
		const chart = await save(helper, true);
		const pin = `/charts/${chart.id}/pin`;
		expect(await refused(helper, pin, { method: "PUT", body: {} })).toEqual({
			status: 403,
			code: "forbidden",
		});
		const pinned = await read<Chart>(manager, pin, { method: "PUT", body: {} });
		expect(pinned.position).toBeGreaterThan(0);
		expect(
			await read<Chart>(helper, `/charts/${chart.id}`, patch({ revision: 1, shared: false })),
		).toMatchObject({
			position: null,
		});
	});

	test("goes with its owner's word, or a manager's where it is shared", async () => {
		const remove = { method: "DELETE" };
		const chart = await save(helper, true);
		expect(await refused(reader, `/charts/${chart.id}`, remove)).toEqual({ status: 403, code: "forbidden" });
		const gone = await call(`${base}/charts/${chart.id}`, { session: manager.token, ...remove });
		expect(gone.status).toBe(204);
		expect((await refused(helper, `/charts/${chart.id}`, remove)).status).toBe(404);
	});

	test.for([
		{ name: "", definition: {} },
		{ name: "x".repeat(81), definition: {} },
		{ name: "x", definition: { measure: "nothing" } },
		{ name: "x", definition: { measure: "messages", sql: "1" } },
		{ name: "x" },
		{ name: "x", definition: {}, ownerId: "1" },
	])("is not %o", async (body) => {
		expect(await refused(helper, "/charts", { method: "POST", body })).toEqual({
			status: 422,
			code: "invalid_input",
		});
	});
});

function patch(body: unknown): Call {
	return { method: "PATCH", body };
}
