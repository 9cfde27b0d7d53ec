import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { Desk } from "@/bot/orders/desk";
import { openScope, type Scope } from "@/bot/scope";
import { weekNamed } from "@/lib/report/week";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";
import { orderReports } from "./due";
import { weekFigures } from "./figures";

const silent = pino({ level: "silent" });
const GUILD = "902114735018344448";
/** Comes before the other one. */
const TROUBLED = "902114735018344000";
const SITE = "https://guildhall.example";
/** A Monday in winter: nine o'clock in Berlin is eight in UTC. */
const DUE = new Date("2026-11-16T08:00:00Z");
const minutesAfter = (minutes: number, from = DUE) => new Date(from.getTime() + minutes * 60_000);

let db: TestDatabase;
let discord: Simulator;
let scope: Scope;
let channel: string;

const owner = (text: string, values: unknown[] = []) => db.pool("guildhall_owner").query(text, values);

beforeAll(async () => {
	db = await testDatabase();
	discord = await startSimulator({ port: 0 });
	scope = await openScope(db.urls.guildhall_bot);
	channel = [...discord.state.core.guild(GUILD).channels.values()].find(({ type }) => type === 0)?.id ?? "";
	await owner("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Lantern Harbor')", [GUILD]);
	await owner("INSERT INTO guild_config (guild_id, time_zone) VALUES ($1, 'Europe/Berlin')", [GUILD]);
	await owner(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES ($1, $2, 'general', 'guild_text')",
		[channel, GUILD],
	);
	await owner(
		"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1, $1, '@everyone', 0, 1024)",
		[GUILD],
	);
});
afterAll(async () => {
	await scope.close();
	await discord.close();
	await db.drop();
});
beforeEach(async () => {
	await owner("DELETE FROM discord_orders");
	await owner("DELETE FROM report_schedules");
});

/** A schedule that has stood since long before. */
async function schedule(more: { weekday?: number; hour?: number; enabled?: boolean; since?: string } = {}) {
	const { weekday = 1, hour = 9, enabled = true, since = "2026-01-01T00:00:00Z" } = more;
	await owner(
		`INSERT INTO report_schedules (guild_id, channel_id, weekday, hour, locale, enabled, updated_at)
		 VALUES ($1, $2, $3, $4, 'en', $5, $6)`,
		[GUILD, channel, weekday, hour, enabled, since],
	);
}

async function keys(): Promise<string[]> {
	const { rows } = await owner("SELECT idempotency_key AS key FROM discord_orders ORDER BY requested_at");
	return rows.map(({ key }) => key);
}

async function dueAt(weekday: number, hour: number, zone: string, at: string) {
	const { rows } = await owner("SELECT due, week, next FROM app.report_due($1, $2, $3, $4)", [
		weekday,
		hour,
		zone,
		at,
	]);
	const { due, week, next } = rows[0];
	return { due: new Date(due).toISOString(), week, next: new Date(next).toISOString() };
}

describe("when a report is due", () => {
	test("follows the server's clocks through summer and winter", async () => {
		expect(await dueAt(1, 9, "Europe/Berlin", "2026-11-16T08:00:00Z")).toEqual({
			due: "2026-11-16T08:00:00.000Z",
			week: "2026-W46",
			next: "2026-11-23T08:00:00.000Z",
		});
		expect(await dueAt(1, 9, "Europe/Berlin", "2026-10-20T00:00:00Z")).toMatchObject({
			due: "2026-10-19T07:00:00.000Z",
			next: "2026-10-26T08:00:00.000Z",
		});
		expect(await dueAt(7, 23, "Pacific/Auckland", "2026-11-16T08:00:00Z")).toMatchObject({
			due: "2026-11-15T10:00:00.000Z",
			week: "2026-W45",
		});
	});

	test("waits for the end of the week in UTC, east of it", async () => {
		const zone = "Pacific/Auckland";
		const after = "2026-11-16T00:00:00.000Z";
		const chosen = "2026-11-15T20:00:00Z";
		expect(await dueAt(1, 9, zone, chosen)).toEqual({
			due: "2026-11-09T00:00:00.000Z",
			week: "2026-W45",
			next: after,
		});
		expect(await dueAt(1, 9, zone, after)).toEqual({
			due: after,
			week: "2026-W46",
			next: "2026-11-23T00:00:00.000Z",
		});
		expect(await dueAt(1, 14, zone, "2026-11-16T01:00:00Z")).toMatchObject({
			due: "2026-11-16T01:00:00.000Z",
		});
		expect(await dueAt(1, 0, "America/Los_Angeles", "2026-11-16T08:00:00Z")).toMatchObject({
			due: "2026-11-16T08:00:00.000Z",
			week: "2026-W46",
		});
		const everyHour = Array.from(
			{ length: 24 * 8 },
			(_, hour) => new Date(Date.parse("2026-09-24T00:00:00Z") + hour * 3_600_000),
		);
		for (const at of everyHour) {
			const { due, week, next } = await dueAt(1, 3, zone, at.toISOString());
			expect(Date.parse(due)).toBeLessThanOrEqual(at.getTime());
			expect(Date.parse(next)).toBeGreaterThan(at.getTime());
			expect(Date.parse(due)).toBeGreaterThanOrEqual(Date.parse(weekNamed(week)?.lastDay ?? "") + 86_400_000);
		}
	});

	test("is the hour after one that the clocks skip, and the second of one that they repeat", async () => {
		expect(await dueAt(7, 2, "Europe/Berlin", "2026-03-29T01:00:00Z")).toMatchObject({
			due: "2026-03-29T01:00:00.000Z",
		});
		const second = "2026-10-25T01:00:00.000Z";
		expect(await dueAt(7, 2, "Europe/Berlin", "2026-10-25T00:30:00Z")).toMatchObject({ next: second });
		expect(await dueAt(7, 2, "Europe/Berlin", second)).toMatchObject({ due: second, week: "2026-W42" });
	});
});

describe("a report", () => {
	test("is ordered once its hour has come, and not before", async () => {
		await schedule();
		expect(await orderReports(scope, SITE, silent, minutesAfter(-1))).toBe(0);
		expect(await orderReports(scope, SITE, silent, DUE)).toBe(1);
		expect(await keys()).toEqual(["report#2026-W46"]);
		expect(await orderReports(scope, SITE, silent, minutesAfter(7 * 24 * 60))).toBe(1);
		expect(await keys()).toEqual(["report#2026-W46", "report#2026-W47"]);
	});

	test("is ordered east of UTC when the week is over there too", async () => {
		await owner("UPDATE guild_config SET time_zone = 'Pacific/Auckland'");
		await schedule();
		expect(await orderReports(scope, SITE, silent, new Date("2026-11-15T23:59:00Z"))).toBe(0);
		expect(await orderReports(scope, SITE, silent, new Date("2026-11-16T00:00:00Z"))).toBe(1);
		expect(await keys()).toEqual(["report#2026-W46"]);
		await owner("UPDATE guild_config SET time_zone = 'Europe/Berlin'");
	});

	test("is ordered once, however many workers look at the same moment and however often", async () => {
		await schedule();
		const others = await Promise.all([1, 2, 3].map(() => openScope(db.urls.guildhall_bot, 1)));
		const ordered = await Promise.all(
			[scope, ...others].map((each) => orderReports(each, SITE, silent, minutesAfter(1))),
		);
		await Promise.all(others.map((each) => each.close()));
		expect(ordered.toSorted()).toEqual([0, 0, 0, 1]);
		await owner("UPDATE report_schedules SET hour = 10, updated_at = $1", [minutesAfter(30)]);
		expect(await orderReports(scope, SITE, silent, minutesAfter(61))).toBe(0);
		expect(await keys()).toHaveLength(1);
	});

	test("goes out late when no worker ran, and not at all after a day", async () => {
		await schedule();
		expect(await orderReports(scope, SITE, silent, minutesAfter(24 * 60))).toBe(0);
		expect(await orderReports(scope, SITE, silent, minutesAfter(24 * 60 - 1))).toBe(1);
	});

	test("waits for the next week where the schedule came after its hour, and never comes where it is off", async () => {
		await schedule({ since: minutesAfter(5).toISOString() });
		expect(await orderReports(scope, SITE, silent, minutesAfter(10))).toBe(0);
		expect(await orderReports(scope, SITE, silent, minutesAfter(7 * 24 * 60))).toBe(1);
		await owner("DELETE FROM report_schedules");
		await schedule({ enabled: false });
		expect(await orderReports(scope, SITE, silent, minutesAfter(14 * 24 * 60))).toBe(0);
	});

	test("is not for a server that the bot has left", async () => {
		await schedule();
		await owner("UPDATE discord_guilds SET left_at = now() WHERE id = $1", [GUILD]);
		expect(await orderReports(scope, SITE, silent, DUE)).toBe(0);
		await owner("UPDATE discord_guilds SET left_at = NULL WHERE id = $1", [GUILD]);
	});
});

describe("reports of several servers", () => {
	test("are ordered although one of them fails, which has its turn again", async () => {
		await schedule();
		await owner("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Trouble')", [TROUBLED]);
		await owner(
			`INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES ($1, $1, 'general', 'guild_text')`,
			[TROUBLED],
		);
		await owner(
			`INSERT INTO report_schedules (guild_id, channel_id, weekday, hour, locale, enabled, updated_at)
			 SELECT $1, $1, weekday, hour, locale, enabled, updated_at FROM report_schedules`,
			[TROUBLED],
		);
		const troubled: Scope = {
			...scope,
			rows: (text, values) =>
				values?.[0] === TROUBLED
					? Promise.reject(new Error("a figure is missing"))
					: scope.rows(text, values),
		};
		const later = minutesAfter(60);
		await expect(orderReports(troubled, SITE, silent, later)).rejects.toThrow("a figure is missing");
		expect(await keys()).toHaveLength(1);
		expect(await orderReports(scope, SITE, silent, later)).toBe(1);
	});
});

describe("what it says", () => {
	beforeAll(async () => {
		await owner(
			`INSERT INTO rollup_messages_hourly (guild_id, hour, messages)
			 SELECT $1::bigint, hour::timestamptz, messages
			 FROM (VALUES ('2026-11-08 22:00Z', 1), ('2026-11-08 23:00Z', 10), ('2026-11-15 22:00Z', 5), ('2026-11-15 23:00Z', 100))
				AS v (hour, messages)`,
			[GUILD],
		);
		await owner(
			`INSERT INTO rollup_channel_daily (guild_id, channel_id, day, messages)
			 VALUES ($1, $2, '2026-11-10', 15)`,
			[GUILD, channel],
		);
		await owner(
			`INSERT INTO rollup_membership_daily (guild_id, day, joins, leaves)
			 VALUES ($1, '2026-11-01', 40, 2), ($1, '2026-11-09', 3, 1), ($1, '2026-11-16', 50, 0)`,
			[GUILD],
		);
	});

	test("is the server's own week beside the one before", async () => {
		expect(await weekFigures(scope, GUILD, "2026-11-09", "Europe/Berlin")).toEqual({
			...{ members: 40, joins: 3, leaves: 1, messages: 15, messagesBefore: 1 },
			...{ active: 0, activeBefore: 0, commands: 0, commandsBefore: 0, errors: 0 },
			channels: [{ id: channel, messages: 15 }],
		});
	});

	test("names no channel that not everybody sees", async () => {
		const everyone = (deny: bigint) =>
			owner(
				`INSERT INTO discord_channel_permissions (guild_id, channel_id, permission_type, target_id, allow, deny)
				 VALUES ($1, $2, 'role', $1, 0, $3)
				 ON CONFLICT (channel_id, permission_type, target_id) DO UPDATE SET deny = excluded.deny`,
				[GUILD, channel, deny],
			);
		await everyone(1024n);
		const hidden = await weekFigures(scope, GUILD, "2026-11-09", "Europe/Berlin");
		expect([hidden.messages, hidden.channels]).toEqual([15, []]);
		await everyone(0n);
		expect((await weekFigures(scope, GUILD, "2026-11-09", "Europe/Berlin")).channels).toHaveLength(1);
	});

	test("stands in the channel once the worker has had it", async () => {
		const rest = restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken);
		const desk = new Desk({
			...{ scope, url: db.urls.guildhall_bot, rest, log: silent },
			botId: SIMULATED_CLIENT.clientId,
		});
		await desk.open();
		await schedule();
		await orderReports(scope, SITE, silent, DUE);
		const posted = await vi.waitFor(
			async () => {
				const { rows } = await owner("SELECT state, failure, result FROM discord_orders");
				expect(rows[0]).toMatchObject({ state: "done", failure: null });
				return rows[0].result.messageId as string;
			},
			{ timeout: 25_000, interval: 50 },
		);
		await desk.close();
		const message = (await rest.get(`/channels/${channel}/messages/${posted}`)) as {
			embeds: { title: string; url: string; fields: { name: string; value: string }[] }[];
		};
		const [embed] = message.embeds;
		expect(embed).toMatchObject({
			title: "Weekly report · 2026-W46",
			url: `${SITE}/guilds/${GUILD}/report?week=2026-W46`,
		});
		const value = (name: string) => embed?.fields.find((field) => field.name === name)?.value;
		expect(value("Members")).toBe("**40** · 3 joined, 1 left");
		expect(value("Messages")).toBe("**15** · +1,400% on the week before");
		expect(value("Busiest channels")).toBe(`<#${channel}> · 15`);
	});
});
