import { beforeAll, expect, test } from "vitest";
import { readExplore } from "@/lib/explore/data";
import { MAX_GROUPS } from "@/lib/explore/schema";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild } from "./people";

const PEOPLE = MAX_GROUPS + 60;

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	const bot = db.pool("guildhall_bot");
	await bot.query(
		"INSERT INTO discord_users (id, username) SELECT 5000000 + n, 'p' || n FROM generate_series(1, $1::int) n",
		[PEOPLE],
	);
	await bot.query(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000001, $1, 'c', 'guild_text')`,
		[guild],
	);
	// In November one to three messages of each person, from the last of September on one of every second.
	await bot.query(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at) + row_number() OVER (), $1::bigint, 6000001, 5000000 + n, t.at
		FROM generate_series(1, $2::int) n CROSS JOIN generate_series(0, n % 3) k,
			LATERAL (SELECT timestamptz '2025-11-02' + n * interval '17 min' + k * interval '2 days' AS at) t
		UNION ALL
		SELECT app.snowflake_at(t.at) + n, $1::bigint, 6000001, 5000000 + n, t.at
		FROM generate_series(1, $2::int, 2) n, LATERAL (SELECT timestamptz '2025-09-30' + n * interval '11 min' AS at) t`,
		[guild, PEOPLE],
	);
	return () => db.drop();
});

test("of more groups than a view holds, the largest are answered, with how many there are and what all add up to", async () => {
	const { rows } = await db.pool("guildhall_owner").query<{ key: string; value: number; previous: number }>(
		`SELECT author_id::text AS key, count(*) FILTER (WHERE timestamp >= '2025-11-01')::int AS value,
			count(*) FILTER (WHERE timestamp >= '2025-10-02' AND timestamp < '2025-11-01')::int AS previous
		FROM discord_messages WHERE guild_id = $1 GROUP BY author_id ORDER BY 2 DESC, author_id`,
		[guild],
	);
	const manager = await makeAdmin(db, guild, 5);
	const { groups, groupCount, total } = await inScope(db, guild, { ...manager, level: 5 }, (scope) =>
		readExplore(scope, { measure: "messages", dimension: "member", from: "2025-11-01", to: "2025-11-30" }),
	);
	expect(groups.map(({ key, value, previous }) => ({ key, value, previous }))).toEqual(
		rows.slice(0, MAX_GROUPS),
	);
	expect(groupCount).toBe(PEOPLE);
	const sum = (of: "value" | "previous") => rows.reduce((all, row) => all + row[of], 0);
	expect(total).toEqual({ value: sum("value"), previous: sum("previous") });
});
