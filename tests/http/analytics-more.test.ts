import { beforeAll, describe, expect, it } from "vitest";
import { type CommandUse, commandUse } from "@/lib/analytics/commands/schema";
import { type CommunityHealth, communityHealth } from "@/lib/analytics/health/schema";
import { type Moderation, moderation } from "@/lib/analytics/moderation/schema";
import { type Support, support } from "@/lib/analytics/support/schema";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.medium.id;
/** Nine weeks that hold the end of summer time in Berlin, the server's zone. */
const period = { from: "2026-09-14", to: "2026-11-15" };
const address = (tab: string) =>
	`/api/v1/guilds/${guild}/analytics/${tab}?from=${period.from}&to=${period.to}&by=week`;
const inPeriod = (moment: string) =>
	`(${moment} AT TIME ZONE 'Europe/Berlin')::date BETWEEN $2::date AND $3::date`;

const people: Record<number, Visitor> = {};
const at = (level: number): string => people[level]?.token ?? "";

beforeAll(async () => {
	for (const level of [1, 2, 5]) people[level] = await visitor({ levels: { [guild]: level } });
});

async function read<T>(schema: { parse: (value: unknown) => T }, tab: string, level = 5): Promise<T> {
	const response = await call(address(tab), { session: at(level) });
	expect(response.status, tab).toBe(200);
	return schema.parse(await response.json());
}

async function recount<T extends Record<string, unknown>>(text: string): Promise<T[]> {
	return database<T>(text, [guild, period.from, period.to]);
}

describe("who may see what", () => {
	it.each(["commands", "moderation", "support"])("a reader is refused %s", async (tab) => {
		const response = await call(address(tab), { session: at(1) });
		expect((await problemOf(response)).code).toBe("forbidden");
		const page = await call(`/guilds/${guild}/analytics/${tab}`, { session: at(1) });
		expect(page.status).toBe(404);
	});

	it("a helper sees cases by moderator, and nothing of appeals", async () => {
		const seen = await read<Moderation>(moderation, "moderation", 2);
		expect(seen.moderators.length).toBeGreaterThan(0);
		expect(
			[seen.appeals, ...seen.moderators.map(({ appeals }) => appeals)].every((each) => each === null),
		).toBe(true);
	});

	it("a reader's health leaves out cases and what the bot reports, and says so", async () => {
		const seen = await read<CommunityHealth>(communityHealth, "health", 1);
		expect(seen).toMatchObject({ isPartial: true, reported: null });
		expect(seen.current.parts.find(({ name }) => name === "moderation")).toMatchObject({
			figure: null,
			weight: 0,
		});
		const whole = await read<CommunityHealth>(communityHealth, "health");
		expect(whole.isPartial).toBe(false);
		expect(whole.reported?.days).toBeGreaterThan(0);
	});

	it("a period that makes no sense is refused", async () => {
		const response = await call(`/api/v1/guilds/${guild}/analytics/health?range=2d`, { session: at(5) });
		expect((await problemOf(response)).code).toBe("invalid_input");
	});
});

describe("the demo's figures", () => {
	it("count its executions, by command and in all", async () => {
		const use = await read<CommandUse>(commandUse, "commands");
		const commands = await recount(
			`SELECT command_name AS name, count(*)::int AS executions, count(*) FILTER (WHERE error)::int AS errors
			FROM discord_command_executions
			WHERE guild_id = $1 AND interaction_type = 'application_command' AND ${inPeriod("executed_at")}
			GROUP BY 1`,
		);
		const found = use.commands.map(({ name, executions, errors }) => ({ name, executions, errors }));
		expect(found).toHaveLength(commands.length);
		expect(found).toEqual(expect.arrayContaining(commands));
		expect(use.commands.reduce((sum, { executions }) => sum + executions, 0)).toBe(use.executions.value);
		expect(use.failures?.read).toBe(use.errors.value);
	});

	it("count one channel's executions, by days of UTC", async () => {
		const [busiest] = await recount<{ id: string; executions: number; errors: number }>(
			`SELECT channel_id::text AS id, count(*)::int AS executions, count(*) FILTER (WHERE error)::int AS errors
			FROM discord_command_executions
			WHERE guild_id = $1 AND interaction_type = 'application_command' AND channel_id IS NOT NULL
				AND (executed_at AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date
			GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
		);
		const response = await call(`${address("commands")}&channel=${busiest?.id}`, { session: at(5) });
		const use = commandUse.parse(await response.json());
		expect({ id: use.channel, executions: use.executions.value, errors: use.errors.value }).toEqual(busiest);
		expect([use.heatmap, use.failures]).toEqual([null, null]);
	});

	it("count its cases, by type and by moderator", async () => {
		const { types, moderators, cases } = await read<Moderation>(moderation, "moderation");
		const counted = (what: string) =>
			recount<{ key: string; cases: number }>(
				`SELECT ${what} AS key, count(*)::int AS cases FROM cases
				WHERE guild_id = $1 AND NOT is_deleted AND voided_at IS NULL AND ${inPeriod("created_at")}
				GROUP BY 1 ORDER BY 2 DESC, 1`,
			);
		const asMap = (rows: { key: string; cases: number }[]) =>
			Object.fromEntries(rows.map((row) => [row.key, row.cases]));
		expect(Object.fromEntries(types.map(({ key, course }) => [key, course.value]))).toEqual(
			asMap(await counted("coalesce(case_type, 'custom:' || custom_case_type_id)")),
		);
		expect(Object.fromEntries(moderators.map((row) => [row.person.id, row.cases]))).toEqual(
			asMap(await counted("case_moderator_id::text")),
		);
		expect(cases.value).toBe(moderators.reduce((sum, row) => sum + row.cases, 0));
	});

	it("count its conversations and tickets", async () => {
		const { conversations, opened, resolved } = await read<Support>(support, "support");
		const [begun] = await recount<{ count: number }>(
			`SELECT count(*)::int AS count FROM conversations WHERE server_id = $1 AND ${inPeriod("created_at")}`,
		);
		const [tickets] = await recount<{ opened: number; resolved: number }>(
			`SELECT count(*) FILTER (WHERE ${inPeriod("forwarded_at")})::int AS opened,
				count(*) FILTER (WHERE ${inPeriod("resolved_at")})::int AS resolved
			FROM forwarded_tickets WHERE server_id = $1`,
		);
		expect(conversations?.begun.value).toBe(begun?.count);
		expect({ opened: opened.value, resolved: resolved.value }).toEqual(tickets);
	});

	it("make up its health", async () => {
		const { current, scores, mondays } = await read<CommunityHealth>(communityHealth, "health");
		const points = current.parts.reduce((sum, { score, weight }) => sum + (score ?? 0) * weight * 100, 0);
		expect(current.score).toBeCloseTo(points);
		expect(scores).toHaveLength(mondays.length);
		const [messages] = await database<{ replies: number }>(
			`SELECT avg((message_type = 'reply')::int)::float8 AS replies FROM discord_messages
			WHERE guild_id = $1 AND deleted_at IS NULL AND timestamp >= '2026-09-14Z' AND timestamp < '2026-11-16Z'`,
			[guild],
		);
		expect(current.parts.find(({ name }) => name === "replies")?.figure).toBeCloseTo(
			messages?.replies ?? Number.NaN,
		);
	});
});

describe("narrowed figures", () => {
	async function narrowed<T>(
		schema: { parse: (value: unknown) => T },
		tab: string,
		more: string,
	): Promise<T> {
		const response = await call(`${address(tab)}&${more}`, { session: at(5) });
		expect(response.status, more).toBe(200);
		return schema.parse(await response.json());
	}

	it("are those of one moderator's cases of one type", async () => {
		const [most] = await recount<{ moderator: string; type: string; cases: number }>(
			`SELECT case_moderator_id::text AS moderator, case_type AS type, count(*)::int AS cases FROM cases
			WHERE guild_id = $1 AND NOT is_deleted AND voided_at IS NULL AND case_type IS NOT NULL
				AND ${inPeriod("created_at")}
			GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 1`,
		);
		const seen = await narrowed<Moderation>(
			moderation,
			"moderation",
			`moderator=${most?.moderator}&type=${most?.type}`,
		);
		expect({ moderator: seen.moderator, type: seen.type, cases: seen.cases.value }).toEqual(most);
		expect(seen.moderators.map(({ person }) => person.id)).toEqual([most?.moderator]);
		expect(seen.types.map(({ key }) => key)).toEqual([most?.type]);
	});

	it("are those of one channel's conversations, and of one helper's tickets", async () => {
		const [channel] = await recount<{ id: string; begun: number }>(
			`SELECT channel_id::text AS id, count(*)::int AS begun FROM conversations
			WHERE server_id = $1 AND ${inPeriod("created_at")} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
		);
		const ofChannel = await narrowed<Support>(support, "support", `channel=${channel?.id}`);
		expect(ofChannel.conversations?.begun.value).toBe(channel?.begun);
		const [helper] = await recount<{ id: string; opened: number }>(
			`SELECT assigned_to::text AS id, count(*)::int AS opened FROM forwarded_tickets
			WHERE server_id = $1 AND assigned_to IS NOT NULL AND ${inPeriod("forwarded_at")}
			GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
		);
		const ofHelper = await narrowed<Support>(support, "support", `assignee=${helper?.id}`);
		expect([ofHelper.opened.value, ofHelper.conversations]).toEqual([helper?.opened, null]);
		expect(ofHelper.assignees.map(({ person }) => person.id)).toEqual([helper?.id]);
	});

	it.each([
		"moderation?type=own",
		"moderation?moderator=me",
		"support?assignee=me",
		"growth?kind=ghosts",
		"activity?channel=6000001000000000&kind=bots",
		"voice?channel=6000001000000000&kind=people",
		"health?from=2026-03-02&to=2026-03-01",
		"growth?from=2014-03-02&to=2026-03-01",
	])("%s is refused", async (asked) => {
		const response = await call(`/api/v1/guilds/${guild}/analytics/${asked}`, { session: at(5) });
		expect((await problemOf(response)).code).toBe("invalid_input");
	});
});
