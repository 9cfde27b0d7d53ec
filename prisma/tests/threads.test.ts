import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "@/lib/api/cursor";
import { listThreads } from "@/lib/channels/threads";
import { AppError } from "@/lib/errors";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild } from "./people";

const forum = "7000000";
const POSTS = 130;

let db: TestDatabase;
let guild: string;
let visitor: { userId: string; token: string; level: 7 };

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	visitor = { ...(await makeAdmin(db, guild)), level: 7 };
	const bot = db.pool("guildhall_bot");
	await bot.query(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES ($1, $2, 'forum', 'guild_forum')",
		[forum, guild],
	);
	// Some archived, some in which nobody wrote, and many with the same last moment, microseconds apart from others.
	await bot.query(
		`INSERT INTO discord_channels (id, guild_id, parent_id, name, channel_type, archived, last_message_at)
		SELECT 7000000 + n, $2, $1, 'post ' || n, 'guild_public_thread', CASE WHEN n % 5 > 0 THEN n % 3 = 0 END,
			CASE WHEN n % 7 > 0 THEN timestamptz '2026-11-01 12:00Z' + (n % 11) * interval '1 microsecond' END
		FROM generate_series(1, $3::int) n`,
		[forum, guild, POSTS],
	);
});
afterAll(() => db.drop());

/** Every id of the list, page by page. */
async function pages(limit: number): Promise<string[]> {
	const ids: string[] = [];
	let cursor: string | undefined;
	do {
		const asked = { cursor, limit };
		const { items, nextCursor } = await inScope(db, guild, visitor, (scope) =>
			listThreads(scope, forum, asked),
		);
		ids.push(...items.map(({ id }) => id));
		cursor = nextCursor ?? undefined;
	} while (cursor !== undefined);
	return ids;
}

describe("the posts of a forum", () => {
	it("are all listed once, active ones first, then the latest", async () => {
		const { rows } = await db.pool("guildhall_owner").query<{ id: string }>(
			`SELECT id::text FROM discord_channels WHERE parent_id = $1
			ORDER BY coalesce(archived, false), last_message_at DESC NULLS LAST, id DESC`,
			[forum],
		);
		const wanted = rows.map(({ id }) => id);
		expect(wanted).toHaveLength(POSTS);
		expect(await pages(17)).toEqual(wanted);
		expect(await pages(100)).toEqual(wanted);
	});

	it.each([
		["2", "0", "7"],
		["0", "soon", "7"],
		["0", "0", "-1"],
		["0", "9".repeat(30), "7"],
	])("are not asked for behind a place that they do not have: %s %s %s", async (...place) => {
		const asked = { cursor: encodeCursor(place), limit: 10 };
		const refused = inScope(db, guild, visitor, (scope) => listThreads(scope, forum, asked));
		await expect(refused).rejects.toThrow(AppError);
	});
});
