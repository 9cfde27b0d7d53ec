import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { activity } from "@/lib/analytics/activity/schema";
import { growth } from "@/lib/analytics/growth/schema";
import { voice } from "@/lib/analytics/voice/schema";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.medium.id;
/** Two weeks that hold the end of summer time in Berlin, the server's zone. */
const period = { from: "2026-10-19", to: "2026-11-01" };
const inZone = "(x.moment AT TIME ZONE 'Europe/Berlin')::date BETWEEN $2::date AND $3::date";
const inUtc = "(x.moment AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date";
const values = [guild, period.from, period.to];

let manager: Visitor;
let reader: Visitor;
beforeAll(async () => {
	manager = await visitor({ levels: { [guild]: 5 } });
	reader = await visitor({ levels: { [guild]: 1 } });
});

async function read<S extends z.ZodType>(
	schema: S,
	who: Visitor,
	tab: string,
	more = "",
): Promise<z.output<S>> {
	const address = `/api/v1/guilds/${guild}/analytics/${tab}?from=${period.from}&to=${period.to}${more}`;
	const response = await call(address, { session: who.token });
	expect(response.status, address).toBe(200);
	return schema.parse(await response.json());
}

/** One number, counted in the documents' own tables. */
async function recount(text: string, more: unknown[] = []): Promise<number> {
	const [row] = await database<{ count: number }>(text, [...values, ...more]);
	return row?.count ?? Number.NaN;
}

const messages = (condition: string, counted = "count(*)") =>
	`SELECT (${counted})::int AS count FROM discord_messages m, LATERAL (SELECT m.timestamp AS moment) x
		WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND ${condition}`;

describe("what was written", () => {
	it("is every message, reply and author of the days", async () => {
		const seen = await read(activity, manager, "activity");
		expect(seen.messages.value).toBe(await recount(messages(inZone)));
		expect(seen.replies?.value).toBe(await recount(messages(`${inZone} AND m.message_type = 'reply'`)));
		const authors = await recount(messages(inUtc, "count(DISTINCT m.author_id)"));
		expect(seen.active?.value).toBe(authors);
		expect(seen.perMember?.value).toBeCloseTo((await recount(messages(inUtc))) / authors, 9);
		expect(seen.heatmap?.flat().reduce((sum, cell) => sum + cell, 0)).toBe(seen.messages.value);
	});

	it("is counted anew for each week: people do not add up", async () => {
		const weekly = await read(activity, reader, "activity", "&by=week");
		const weeks = await database<{ people: number }>(
			`SELECT count(DISTINCT m.author_id)::int AS people FROM discord_messages m, LATERAL (SELECT m.timestamp AS moment) x
			WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND ${inUtc}
			GROUP BY date_trunc('week', m.timestamp AT TIME ZONE 'UTC') ORDER BY date_trunc('week', m.timestamp AT TIME ZONE 'UTC')`,
			values,
		);
		expect(weekly.active?.series).toEqual(weeks.map(({ people }) => people));
	});

	it("has the channels in which nobody wrote, threads included", async () => {
		const { silentCount, silentChannels } = await read(activity, reader, "activity");
		const expected = await database<{ id: string }>(
			`SELECT c.id::text AS id FROM discord_channels c WHERE c.guild_id = $1 AND c.deleted_at IS NULL
				AND c.channel_type IN ('guild_text', 'guild_announcement', 'guild_forum', 'guild_media')
				AND app.snowflake_time(c.id) < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/Berlin'
				AND NOT EXISTS (SELECT 1 FROM discord_messages m
					JOIN discord_channels t ON t.id = m.channel_id, LATERAL (SELECT m.timestamp AS moment) x
					WHERE m.guild_id = $1 AND (t.id = c.id OR t.parent_id = c.id) AND m.deleted_at IS NULL AND ${inUtc})`,
			values,
		);
		expect(silentCount).toBe(expected.length);
		expect(new Set(silentChannels?.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
	});

	it("narrows to a channel, to people or bots, and to those who hold a role", async () => {
		const [channel] = (await read(activity, manager, "activity")).channels ?? [];
		const ofChannel = await read(activity, reader, "activity", `&channel=${channel?.id}`);
		expect(ofChannel.messages.value).toBe(
			await recount(messages(`${inUtc} AND m.channel_id = $4`), [channel?.id]),
		);
		expect([ofChannel.active, ofChannel.heatmap, ofChannel.channels]).toEqual([null, null, null]);

		const isBot = "EXISTS (SELECT 1 FROM discord_users u WHERE u.id = m.author_id AND u.bot)";
		for (const [kind, who] of [
			["bots", isBot],
			["people", `NOT ${isBot}`],
		] as const) {
			const seen = await read(activity, manager, "activity", `&kind=${kind}`);
			expect(seen.messages.value).toBe(await recount(messages(`${inUtc} AND ${who}`)));
			expect(seen.active?.value).toBe(
				await recount(messages(`${inUtc} AND ${who}`, "count(DISTINCT m.author_id)")),
			);
		}

		const [role] = await database<{ id: string }>(
			"SELECT role_id::text AS id FROM discord_member_roles WHERE guild_id = $1 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
			[guild],
		);
		const holds = `EXISTS (SELECT 1 FROM discord_member_roles r
			WHERE r.guild_id = $1 AND r.role_id = $4 AND r.user_id = m.author_id)`;
		const ofRole = await read(activity, manager, "activity", `&role=${role?.id}`);
		expect(ofRole.messages.value).toBe(await recount(messages(`${inUtc} AND ${holds}`), [role?.id]));
		expect(ofRole.active?.value).toBe(
			await recount(messages(`${inUtc} AND ${holds}`, "count(DISTINCT m.author_id)"), [role?.id]),
		);
	});
});

describe("who came and who stays", () => {
	it("is every member who joined or left, and what stood at the end", async () => {
		const seen = await read(growth, reader, "growth");
		const members = (moment: string, condition = inUtc) =>
			`SELECT count(*)::int AS count FROM discord_guild_members m, LATERAL (SELECT m.${moment} AS moment) x
				WHERE m.guild_id = $1 AND ${condition}`;
		expect(seen.joins.value).toBe(await recount(members("joined_at")));
		expect(seen.leaves.value).toBe(await recount(members("left_at")));
		expect(seen.net.value).toBe(seen.joins.value - seen.leaves.value);
		expect([seen.funnel, seen.invites]).toEqual([null, []]);
		const told = await read(growth, manager, "growth");
		expect(told.funnel?.joined).toBe(seen.joins.value);
		expect(told.invites?.length).toBeGreaterThan(0);
		expect(seen.members.value).toBe(seen.members.series.at(-1));
		expect(seen.members.value - (seen.members.series[0] ?? 0)).toBe(
			seen.net.value - (seen.net.series[0] ?? 0),
		);
	});

	it("tells how many of a week's newcomers wrote in their second week", async () => {
		const { retention } = await read(growth, reader, "growth");
		const cohort = retention?.find(({ week }) => week === "2026-10-19");
		const [expected] = await database<{ size: number; active: number }>(
			`SELECT count(*)::int AS size, count(*) FILTER (WHERE EXISTS (
				SELECT 1 FROM discord_messages m WHERE m.guild_id = $1 AND m.author_id = j.user_id AND m.deleted_at IS NULL
					AND (m.timestamp AT TIME ZONE 'UTC')::date - (j.joined_at AT TIME ZONE 'UTC')::date BETWEEN 7 AND 13))::int AS active
			FROM discord_guild_members j
			WHERE j.guild_id = $1 AND (j.joined_at AT TIME ZONE 'UTC')::date BETWEEN '2026-10-19' AND '2026-10-25'`,
			[guild],
		);
		expect({ size: cohort?.size, active: cohort?.active[1] }).toEqual(expected);
	});
});

describe("time in voice", () => {
	const part = `floor(extract(epoch FROM least(v.left_at, w.until))) - floor(extract(epoch FROM greatest(v.joined_at, w.since)))`;
	const inWindow = `FROM discord_voice_states v, LATERAL (
			SELECT $2::date::timestamp AT TIME ZONE 'Europe/Berlin' AS since,
				($3::date + 1)::timestamp AT TIME ZONE 'Europe/Berlin' AS until) w
		WHERE v.guild_id = $1 AND v.left_at > w.since AND v.joined_at < w.until`;

	it("is that of every session that has ended, in the hours of the server's days", async () => {
		const seen = await read(voice, manager, "voice");
		expect(seen.seconds.value).toBe(await recount(`SELECT sum(${part})::int AS count ${inWindow}`));
		expect(seen.heatmap?.flat().reduce((sum, cell) => sum + cell, 0)).toBe(seen.seconds.value);
		const hours = (Date.parse("2026-11-01T23:00:00Z") - Date.parse("2026-10-18T22:00:00Z")) / 1000;
		expect(seen.average.value).toBeCloseTo(seen.seconds.value / hours, 9);
		expect(seen.peak?.value).toBe(Math.max(...(seen.peak?.series ?? [])));
	});

	it("names the members who were there longest", async () => {
		const seen = await read(voice, manager, "voice");
		const expected = await database(
			`SELECT v.user_id::text AS id, sum(${part})::int AS seconds ${inWindow}
				AND NOT EXISTS (SELECT 1 FROM discord_users u WHERE u.id = v.user_id AND u.bot)
			GROUP BY v.user_id HAVING sum(${part}) > 0 ORDER BY 2 DESC, v.user_id LIMIT 10`,
			values,
		);
		expect(seen.members?.map(({ id, seconds }) => ({ id, seconds }))).toEqual(expected);
	});
});

describe("people and bots", () => {
	const isBot = "EXISTS (SELECT 1 FROM discord_users u WHERE u.id = m.user_id AND u.bot)";

	it.each([
		["people", `NOT ${isBot}`],
		["bots", isBot],
	])("%s who are there, came and spent time in voice are told apart", async (kind, who) => {
		const grown = await read(growth, reader, "growth", `&kind=${kind}`);
		const members = (condition: string) =>
			`SELECT count(*)::int AS count FROM discord_guild_members m WHERE m.guild_id = $1 AND ${who} AND ${condition}`;
		const joined = "(m.joined_at AT TIME ZONE 'UTC')::date";
		expect(grown.joins.value).toBe(await recount(members(`${joined} BETWEEN $2::date AND $3::date`)));
		expect(grown.members.value).toBe(
			await recount(
				members(`${joined} BETWEEN $2::date - 100000 AND $3::date
					AND ((m.left_at AT TIME ZONE 'UTC')::date <= $3::date) IS NOT TRUE`),
			),
		);
		expect([grown.retention, grown.funnel, grown.invites]).toEqual([null, null, null]);

		const spoken = await read(voice, manager, "voice", `&kind=${kind}`);
		const spent = `SELECT coalesce(sum(floor(extract(epoch FROM least(m.left_at, w.until)))
				- floor(extract(epoch FROM greatest(m.joined_at, w.since)))), 0)::int AS count
			FROM discord_voice_states m, LATERAL (SELECT $2::date::timestamp AT TIME ZONE 'UTC' AS since,
				($3::date + 1)::timestamp AT TIME ZONE 'UTC' AS until) w
			WHERE m.guild_id = $1 AND m.left_at > w.since AND m.joined_at < w.until AND ${who}`;
		expect(spoken.seconds.value).toBe(await recount(spent));
		expect([spoken.peak, spoken.heatmap, spoken.channels]).toEqual([null, null, null]);
	});
});

describe("who may see what", () => {
	it("a reader sees the totals and no single member, and cannot ask for some members only", async () => {
		const [mine, all] = [await read(activity, reader, "activity"), await read(activity, manager, "activity")];
		expect(mine.messages).toEqual(all.messages);
		expect(mine.active).toEqual(all.active);
		expect(mine.members).toBeNull();
		expect(all.members?.length).toBeGreaterThan(0);
		expect((await read(voice, reader, "voice")).members).toBeNull();
		for (const tab of ["activity", "voice"]) {
			const refused = await call(`/api/v1/guilds/${guild}/analytics/${tab}?kind=bots`, {
				session: reader.token,
			});
			expect((await problemOf(refused)).code).toBe("forbidden");
		}
	});

	it.each(["activity", "growth", "voice"])("a stranger finds no %s", async (tab) => {
		const response = await call(`/api/v1/guilds/${guild}/analytics/${tab}`, {
			session: (await visitor()).token,
		});
		expect((await problemOf(response)).code).toBe("not_found");
	});

	it("a period that makes no sense is refused", async () => {
		const response = await call(`/api/v1/guilds/${guild}/analytics/activity?range=2d`, {
			session: reader.token,
		});
		expect((await problemOf(response)).code).toBe("invalid_input");
	});
});
