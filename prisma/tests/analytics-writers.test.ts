import { beforeAll, describe, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import type { ActivityQuery, Window } from "@/lib/analytics/schema";
import { analyticsScene, counted, reading, write } from "./analytics-scene";
import { expectCourse, periods, perPoint } from "./window-recounts";

analyticsScene();

const role = "7000001";

/** A sixth of the members are bots, some people and bots have left, and a third holds a role. */
beforeAll(async () => {
	await write("UPDATE discord_users SET bot = true WHERE id % 6 = 0 AND id BETWEEN 5000000 AND 5000040");
	await write(
		"UPDATE discord_guild_members SET left_at = timestamptz '2026-11-12 23:30Z' WHERE guild_id = $1 AND user_id % 4 = 2",
	);
	await write(
		"INSERT INTO discord_roles (id, guild_id, name, permissions, position) VALUES ($2, $1, 'r', 0, 1)",
		[role],
	);
	await write(
		`INSERT INTO discord_member_roles (guild_id, user_id, role_id)
		SELECT m.guild_id, m.user_id, $2 FROM discord_guild_members m WHERE m.guild_id = $1 AND m.user_id % 3 = 0`,
		[role],
	);
	// One like a webhook, which is no member; and there are days of which nothing is left.
	await write("INSERT INTO discord_users (id, username, bot) VALUES (5000041, 'unknown', true)");
	await write("UPDATE discord_messages SET author_id = 5000041 WHERE guild_id = $1 AND id % 10 = 1");
	await write(
		"UPDATE discord_messages SET deleted_at = now() WHERE guild_id = $1 AND author_id % 8 = 2 AND id % 5 > 0",
	);
});

const isBot = "EXISTS (SELECT FROM discord_users u WHERE u.id = m.author_id AND u.bot)";
const holds = `EXISTS (SELECT FROM discord_member_roles r
	WHERE r.guild_id = $1 AND r.user_id = m.author_id AND r.role_id = ${role})`;

const writers: [string, Pick<ActivityQuery, "kind" | "role">, string][] = [
	["people", { kind: "people" }, `NOT ${isBot}`],
	["bots", { kind: "bots" }, isBot],
	["holders of a role", { role }, holds],
	["people who hold it", { role, kind: "people" }, `${holds} AND NOT ${isBot}`],
	["bots that hold it", { role, kind: "bots" }, `${holds} AND ${isBot}`],
];

describe.each(writers)("what %s wrote", (_, chosen, isOne) => {
	const wrote = (value: string) =>
		`SELECT ${value} FROM discord_messages m
		WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND ${isOne} AND ${onDays("$first", "$end")}`;
	const onDays = (first: string, end: string) =>
		`(m.timestamp AT TIME ZONE 'UTC')::date >= ${first} AND (m.timestamp AT TIME ZONE 'UTC')::date < ${end}`;
	const whole = async (text: string, { days }: Window) =>
		(await perPoint({ days: [days[0] ?? "", days.at(-1) ?? ""] }, text))[0];

	test.each(periods)("by %s", async (_, asked) => {
		const tab = await reading((scope, period) => readActivity(scope, { ...period, ...chosen }), 5, asked);
		const { current, comparison } = tab.period;
		await expectCourse(tab.messages, tab.period, wrote("count(*)"));
		const active = wrote("count(DISTINCT m.author_id)");
		expect(tab.active?.series).toEqual(await perPoint(current, active));
		expect(tab.active?.value).toBe(await whole(active, current));
		expect(tab.active?.previous).toBe(comparison && (await whole(active, comparison)));
		const ranked = await counted<{ id: string; messages: number; days: number }>(
			`SELECT m.author_id::text AS id, count(*)::int AS messages,
				count(DISTINCT (m.timestamp AT TIME ZONE 'UTC')::date)::int AS days
			FROM discord_messages m
			WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND ${isOne}
				AND ${onDays(`'${current.days[0]}'`, `'${current.days.at(-1)}'`)}
			GROUP BY m.author_id ORDER BY 2 DESC, m.author_id LIMIT 10`,
		);
		expect(tab.members?.map(({ id, messages, activeDays: days }) => ({ id, messages, days }))).toEqual(
			ranked,
		);
		for (const { id, previous } of tab.members ?? [])
			expect(previous).toBe(
				comparison && (await whole(`${wrote("count(*)")} AND m.author_id = ${id}`, comparison)),
			);
	});
});
