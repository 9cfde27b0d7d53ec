import { Socket } from "node:net";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { inGuild } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { inTransaction } from "@/lib/db/transaction";
import { listMembers } from "@/lib/members/data";
import { listMembersQuery } from "@/lib/members/schema";
import { makeAdmin } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, owner } = await twoGuilds();
const { userId, token } = await makeAdmin(db, guild, 7);
await owner("UPDATE web_users SET guilds_synced_at = now() + interval '1 day' WHERE user_id = $1", [userId]);

/** Counts what is given to the operating system at once. */
class CountedSocket extends Socket {
	static writes = 0;
	override _write(...of: Parameters<Socket["_write"]>): void {
		CountedSocket.writes++;
		super._write(...of);
	}
	override _writev(...of: Parameters<NonNullable<Socket["_writev"]>>): void {
		CountedSocket.writes++;
		super._writev?.(...of);
	}
}

const web = new pg.Pool({
	connectionString: db.urls.guildhall_web,
	max: 1,
	pipeline: true,
	stream: () => new CountedSocket(),
});
globalThis.guildhallPools = { web };
afterAll(async () => {
	globalThis.guildhallPools = {};
	await web.end();
});

test("BEGIN and the first query go out together, COMMIT by itself", async () => {
	const opening = { readOnly: true, first: sql`SELECT 1 AS one` };
	const work = async (_: unknown, opened: unknown[]) => opened;
	await inTransaction(web, opening, work);
	CountedSocket.writes = 0;
	expect(await inTransaction(web, opening, work)).toEqual([{ one: 1 }]);
	expect(CountedSocket.writes).toBe(2);
});

test("the usual page of members is planned once for each connection", async () => {
	const query = listMembersQuery.parse({});
	for (let time = 0; time < 8; time++)
		await inGuild(guild, "members.read", (scope) => listMembers(scope, query), {
			caller: { token, requestId: "planned-once" },
		});
	const { rows } = await web.query<{ generic: string }>(
		"SELECT generic_plans AS generic FROM pg_prepared_statements WHERE statement LIKE '%discord_guild_members m%'",
	);
	expect(rows).toHaveLength(1);
	expect(Number(rows[0]?.generic)).toBeGreaterThan(0);
});
