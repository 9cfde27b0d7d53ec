import type pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { makeGuild } from "./people";
import { differences, recounts } from "./recounts";

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	guild = await makeGuild(db);
	const bot = db.pool("guildhall_bot");
	await bot.query(
		"INSERT INTO discord_users (id, username) SELECT 5000000 + n, 'p' || n FROM generate_series(1, 200) n",
	);
	await bot.query(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000001, $1, 'c', 'guild_text')",
		[guild],
	);
});

/** One message of each of some people, at hours that differ by writer, so that writers meet only at the day. */
const writes = (writer: number, first: number, count: number) => (client: pg.ClientBase) =>
	client.query(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at) + $2::int * 1000 + n, $1, 6000001, 5000000 + n, t.at
		FROM generate_series($3::int, $3::int + $4::int - 1) n,
			LATERAL (SELECT timestamptz '2026-11-20' + $2::int * interval '1 hour' AS at) t`,
		[guild, writer, first, count],
	);

/** What each of them does after writing: deletes, lets people join and come back, reacts, or marks as deleted and back. */
function besides(writer: number): [text: string, ...values: unknown[]][] {
	const kinds: [text: string, ...values: unknown[]][][] = [
		[["DELETE FROM discord_messages WHERE author_id % 11 = $1", writer % 11]],
		[
			[
				`INSERT INTO discord_guild_members (guild_id, user_id, joined_at)
				SELECT $1, 5000000 + n, timestamptz '2026-11-20' - $2::int * interval '1 day' FROM generate_series(1, 200, $3) n
				ON CONFLICT (guild_id, user_id) DO UPDATE SET joined_at = excluded.joined_at`,
				guild,
				writer % 17,
				1 + (writer % 4),
			],
		],
		[
			[
				`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name)
				SELECT guild_id, id, $1, '🎉' FROM discord_messages WHERE id % 3 = $2 ORDER BY id
				FOR KEY SHARE ON CONFLICT DO NOTHING`,
				5000000 + writer,
				writer % 3,
			],
			[
				`INSERT INTO discord_message_reaction_counts (guild_id, message_id, emoji_key, emoji_name, count)
				SELECT guild_id, id, '🎉', '🎉', $1 FROM discord_messages WHERE id % 4 = $2 ORDER BY id FOR KEY SHARE
				ON CONFLICT (guild_id, message_id, emoji_key) DO UPDATE SET count = excluded.count`,
				writer,
				writer % 4,
			],
		],
		[
			["UPDATE discord_messages SET deleted_at = now() WHERE id % 5 = $1", writer % 5],
			["UPDATE discord_messages SET deleted_at = NULL WHERE id % 10 = $1", writer % 10],
		],
	];
	return kinds[writer % kinds.length] ?? [];
}

test("two transactions that wait for each other on the same day both land", async () => {
	const [one, two] = await Promise.all([
		db.pool("guildhall_bot").connect(),
		db.pool("guildhall_bot").connect(),
	]);
	try {
		await one.query("BEGIN");
		await writes(1, 1, 30)(one);
		await two.query("BEGIN");
		const second = writes(2, 31, 30)(two);
		await one.query("COMMIT");
		await second;
		await two.query("COMMIT");
	} finally {
		one.release();
		two.release();
	}
	await expectExact();
});

test("many writers at once, newcomers among them, leave every figure exact", async () => {
	const pool = db.pool("guildhall_bot", 4);
	const until = async (work: () => Promise<unknown>): Promise<unknown> => {
		try {
			return await work();
		} catch (error) {
			// As every writer of the product does: a deadlock between two statements is repeated.
			if ((error as { code?: string }).code === "40P01") return until(work);
			throw error;
		}
	};
	const run = async (writer: number) => {
		const client = await pool.connect();
		try {
			await until(() => writes(writer, 1 + ((writer * 37) % 150), 40)(client));
			for (const [text, ...values] of besides(writer)) await until(() => client.query(text, values));
		} finally {
			client.release();
		}
	};
	await Promise.all(Array.from({ length: 16 }, (_, index) => run(3 + index)));
	await expectExact();
	// The server takes a second to find a deadlock, and this mixture makes some.
}, 60_000);

async function expectExact(): Promise<void> {
	for (const recount of recounts) {
		const { rows } = await db.pool("guildhall_owner").query(differences(recount));
		expect({ rollup: recount.rollup, rows }).toEqual({ rollup: recount.rollup, rows: [] });
	}
}
