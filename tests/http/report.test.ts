import { afterEach, describe, expect, it } from "vitest";
import { database, guilds } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.small.id;
const address = `/api/v1/guilds/${guild}/report`;
const someone = async (level: number) => (await visitor({ levels: { [guild]: level } })).token;

afterEach(() => database("DELETE FROM report_schedules WHERE guild_id = $1", [guild]));

async function channelOf(guildId: string, type: string): Promise<string> {
	const [row] = await database<{ id: string }>(
		"SELECT id::text FROM discord_channels WHERE guild_id = $1 AND channel_type = $2 AND deleted_at IS NULL LIMIT 1",
		[guildId, type],
	);
	return row?.id ?? "";
}

async function put(session: string, change: object = {}): Promise<Response> {
	const body = {
		channelId: await channelOf(guild, "guild_text"),
		...{ weekday: 5, hour: 18, locale: "de", enabled: true, revision: 0 },
		...change,
	};
	return call(`${address}/schedule`, { method: "PUT", session, body });
}

describe("the schedule", () => {
	it("is saved, says when the next report goes out, and is in the change log", async () => {
		const session = await someone(5);
		const saved = await (await put(session)).json();
		expect(saved).toMatchObject({
			weekday: 5,
			hour: 18,
			locale: "de",
			enabled: true,
			revision: 1,
			last: null,
		});
		expect(Date.parse(saved.next)).toBeGreaterThan(Date.now());
		expect(new Date(saved.next).getTime() - Date.now()).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
		const off = await (await put(session, { enabled: false, revision: 1 })).json();
		expect(off).toMatchObject({ enabled: false, revision: 2, next: null });
		const logged = await database(
			"SELECT operation FROM dashboard_changes WHERE guild_id = $1 AND table_name = 'report_schedules' ORDER BY seq DESC LIMIT 2",
			[guild],
		);
		expect(logged.map(({ operation }) => operation)).toEqual(["update", "insert"]);
	});

	it("is not overwritten by who has not seen it", async () => {
		const session = await someone(5);
		await put(session);
		const late = await put(session, { hour: 3 });
		expect(late.status).toBe(409);
		expect(await late.json()).toMatchObject({ code: "conflict", current: { hour: 18, revision: 1 } });
		expect((await problemOf(await put(session, { revision: 7 }))).code).toBe("conflict");
	});

	it("names a text channel of the server, and nothing else", async () => {
		const session = await someone(7);
		const wrong = [
			await channelOf(guilds.medium.id, "guild_text"),
			await channelOf(guild, "guild_voice"),
			"100000000000000001",
		];
		for (const channelId of wrong.filter((id) => id !== "")) {
			const refused = await put(session, { channelId });
			expect(refused.status, channelId).toBe(422);
			expect(await refused.json()).toMatchObject({ errors: [{ path: "channelId" }] });
		}
	});

	it("is read from level 3 and changed from level 5", async () => {
		const statusOf = async (level: number) =>
			(await call(`${address}/schedule`, { session: await someone(level) })).status;
		expect([await statusOf(2), await statusOf(3)]).toEqual([403, 200]);
		expect((await put(await someone(4))).status).toBe(403);
	});
});

describe("the report", () => {
	it("leaves out what a level may not see", async () => {
		const read = async (level: number) => (await call(address, { session: await someone(level) })).json();
		expect(await read(1)).toMatchObject({ cases: null, tickets: null, topMembers: null });
		const helper = await read(2);
		expect(helper).toMatchObject({ topMembers: null });
		expect(helper.cases).not.toBeNull();
		expect((await read(5)).topMembers).not.toBeNull();
	});

	it("is of a finished week, whatever is asked for", async () => {
		const session = await someone(1);
		const { week, nextWeek } = await (await call(address, { session })).json();
		expect(nextWeek).toBeNull();
		const future = await (await call(`${address}?week=2080-W01`, { session })).json();
		expect(future.week).toBe(week);
		const old = await (await call(`${address}?week=2026-W02`, { session })).json();
		expect(old).toMatchObject({
			week: "2026-W02",
			firstDay: "2026-01-05",
			lastDay: "2026-01-11",
			nextWeek: "2026-W03",
		});
		expect((await call(`${address}?week=yesterday`, { session })).status).toBe(422);
	});
});
