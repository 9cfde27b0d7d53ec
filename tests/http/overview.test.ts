import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Overview, overview } from "@/lib/overview/schema";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.medium.id;
/** Two weeks that hold the end of summer time in Berlin, the server's zone. */
const period = { from: "2026-10-19", to: "2026-11-01" };
const address = `/api/v1/guilds/${guild}/overview?from=${period.from}&to=${period.to}`;
/** The same days in the zone; the days before are as many. */
const inZone = `(x.moment AT TIME ZONE 'Europe/Berlin')::date BETWEEN $2::date AND $3::date`;

let manager: Visitor;
let answer: Overview;

beforeAll(async () => {
	manager = await visitor({ levels: { [guild]: 5 } });
	answer = await read(manager, address);
});

async function read(who: Visitor, from: string): Promise<Overview> {
	const response = await call(from, { session: who.token });
	expect(response.status, from).toBe(200);
	return overview.parse(await response.json());
}

/** One number, counted in the documents' own tables. */
async function recount(text: string, values: unknown[] = [guild, period.from, period.to]): Promise<number> {
	const [row] = await database<{ count: number }>(text, values);
	return row?.count ?? Number.NaN;
}

const messagesIn = `SELECT count(*)::int AS count FROM discord_messages m, LATERAL (SELECT m.timestamp AS moment) x
	WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND ${inZone}`;

describe("the figures of a period", () => {
	it("count every message of its days in the server's zone, and of as many days before", async () => {
		expect(answer.timeZone).toBe("Europe/Berlin");
		expect(answer.messages.value).toBe(await recount(messagesIn));
		const { firstDay, lastDay } = answer.previous;
		expect([firstDay, lastDay]).toEqual(["2026-10-05", "2026-10-18"]);
		expect(answer.messages.previous).toBe(await recount(messagesIn, [guild, firstDay, lastDay]));
		expect(answer.messages.series).toHaveLength(14);
	});

	it("know members, who came and who went", async () => {
		const day = "AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date";
		expect(answer.members.value).toBe(
			await recount(
				`SELECT count(*)::int AS count FROM discord_guild_members WHERE guild_id = $1
					AND (joined_at AT TIME ZONE 'UTC')::date <= $2::date
					AND (left_at IS NULL OR (left_at AT TIME ZONE 'UTC')::date > $2::date)`,
				[guild, period.to],
			),
		);
		const counted = "SELECT count(*)::int AS count FROM discord_guild_members WHERE guild_id = $1 AND";
		expect(answer.joins.value).toBe(await recount(`${counted} (joined_at ${day}`));
		expect(answer.leaves.value).toBe(await recount(`${counted} (left_at ${day}`));
	});

	it("count each active member once", async () => {
		expect(answer.activeMembers.value).toBe(
			await recount(`SELECT count(DISTINCT author_id)::int AS count FROM discord_messages
				WHERE guild_id = $1 AND deleted_at IS NULL
					AND (timestamp AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date`),
		);
	});

	it("count commands and those that failed", async () => {
		const uses = `FROM discord_command_executions e, LATERAL (SELECT e.executed_at AS moment) x
			WHERE e.guild_id = $1 AND e.interaction_type = 'application_command' AND ${inZone}`;
		expect(answer.commands.value).toBe(await recount(`SELECT count(*)::int AS count ${uses}`));
		expect(answer.errors.value).toBe(await recount(`SELECT count(*)::int AS count ${uses} AND e.error`));
		const [most] = await database<{ name: string; count: number }>(
			`SELECT e.command_name AS name, count(*)::int AS count ${uses} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
			[guild, period.from, period.to],
		);
		expect(answer.topCommands[0]).toMatchObject({ name: most?.name, executions: most?.count });
	});

	it("know what was open at the end of the last day", async () => {
		const end = "($2::date + 1)::timestamp AT TIME ZONE 'Europe/Berlin'";
		const values = [guild, period.to];
		expect(answer.openCases?.value).toBe(
			await recount(
				`SELECT count(*)::int AS count FROM cases WHERE guild_id = $1 AND NOT is_deleted AND created_at < ${end}
					AND coalesce(least(resolved_at, case_expires_at), 'infinity') >= ${end}`,
				values,
			),
		);
		expect(answer.openTickets?.value).toBe(
			await recount(
				`SELECT count(*)::int AS count FROM forwarded_tickets WHERE server_id = $1 AND forwarded_at < ${end}
					AND coalesce(resolved_at, 'infinity') >= ${end}`,
				values,
			),
		);
	});
});

describe("when people write", () => {
	it("is told by weekday and hour on the server's clock, across the change of the clocks", async () => {
		const rows = await database<{ weekday: number; hour: number; count: number }>(
			`SELECT extract(isodow FROM m.timestamp AT TIME ZONE 'Europe/Berlin')::int AS weekday,
				extract(hour FROM m.timestamp AT TIME ZONE 'Europe/Berlin')::int AS hour, count(*)::int AS count
			FROM discord_messages m, LATERAL (SELECT m.timestamp AS moment) x
			WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND ${inZone} GROUP BY 1, 2`,
			[guild, period.from, period.to],
		);
		const expected = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
		for (const { weekday, hour, count } of rows) expected[weekday - 1]?.splice(hour, 1, count);
		expect(answer.heatmap).toEqual(expected);
	});
});

describe("rankings", () => {
	const ranked = (who: string, people: string) => `SELECT ${who}::text AS id, count(*)::int AS messages
		FROM discord_messages m WHERE m.guild_id = $1 AND m.deleted_at IS NULL ${people}
			AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date
		GROUP BY ${who} ORDER BY 2 DESC, ${who} LIMIT 8`;
	const values = [guild, period.from, period.to];

	it("show the channels with the most messages", async () => {
		const expected = await database(ranked("m.channel_id", ""), values);
		expect(answer.topChannels.map(({ id, messages }) => ({ id, messages }))).toEqual(expected);
	});

	it("show the people who wrote most, without bots, from level 5", async () => {
		const people = "AND NOT EXISTS (SELECT 1 FROM discord_users u WHERE u.id = m.author_id AND u.bot)";
		const expected = await database(ranked("m.author_id", people), values);
		expect(answer.topMembers?.map(({ id, messages }) => ({ id, messages }))).toEqual(expected);
	});
});

describe("who may see what", () => {
	it("a reader sees the totals, and neither one member's activity nor anything of moderation", async () => {
		const seen = await read(await visitor({ levels: { [guild]: 1 } }), address);
		expect(seen.messages).toEqual(answer.messages);
		expect(seen.activeMembers).toEqual(answer.activeMembers);
		expect([seen.topMembers, seen.openCases, seen.openTickets]).toEqual([null, null, null]);
		expect(seen.attention).toEqual([]);
	});

	it("a helper is told of tickets and expiring cases, not of appeals", async () => {
		const seen = await read(await visitor({ levels: { [guild]: 2 } }), address);
		const kinds = seen.attention.map(({ kind }) => kind);
		expect(kinds).toContain("tickets");
		expect(kinds).not.toContain("appeals");
		expect(answer.attention.map(({ kind }) => kind)).toContain("appeals");
	});

	it("a stranger finds no such server", async () => {
		const response = await call(address, { session: (await visitor()).token });
		expect((await problemOf(response)).code).toBe("not_found");
	});
});

describe("a server without figures", () => {
	const empty = "700000000000000001";
	beforeAll(() => database("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Empty')", [empty]));
	afterAll(() => database("DELETE FROM discord_guilds WHERE id = $1", [empty]));

	it("is said to have none, and compares with nothing", async () => {
		const seen = await read(await visitor({ levels: { [empty]: 1 } }), `/api/v1/guilds/${empty}/overview`);
		expect(seen).toMatchObject({ hasData: false, comparable: false, timeZone: "UTC", topChannels: [] });
		expect(seen.members.value).toBe(0);
	});
});

describe("the period asked for", () => {
	it("must make sense", async () => {
		const response = await call(`/api/v1/guilds/${guild}/overview?range=2d`, { session: manager.token });
		expect((await problemOf(response)).code).toBe("invalid_input");
	});
});
