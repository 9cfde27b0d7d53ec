import { beforeAll, describe, expect, test } from "vitest";
import { getCase } from "@/lib/cases/detail-data";
import { changeCase } from "@/lib/cases/edit-data";
import { retryOrderOfCase } from "@/lib/orders/retry";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild, newId } from "./people";

let db: TestDatabase;
let guild: string;
let admin: { token: string; userId: string; level: 3 };

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	admin = { ...(await makeAdmin(db, guild, 3)), level: 3 };
	return () => db.drop();
});

/** A case that ran out an hour ago. @returns its number */
async function overCase(type: string): Promise<number> {
	const { rows } = await db.pool("guildhall_bot").query<{ case_number: number }>(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, case_expires_at)
		VALUES ($1, $2, 'Spam', $3, $3, now() - interval '1 hour') RETURNING case_number`,
		[guild, type, newId()],
	);
	return rows[0]?.case_number ?? 0;
}

/** Opens a case again, as one page reads and changes it. */
const reopen = (caseNumber: number, change: { expiresAt?: string } = {}) =>
	inScope(db, guild, admin, async (scope) => {
		const { revision } = await getCase(scope, caseNumber);
		return changeCase(scope, caseNumber, { revision, status: "open", ...change });
	});

describe("a case that is over", () => {
	test.each(["TEMPBAN", "TIMEOUT"])("is opened again only with a new expiry: %s", async (type) => {
		const caseNumber = await overCase(type);
		await expect(reopen(caseNumber)).rejects.toMatchObject({
			code: "invalid_input",
			fields: [{ path: "expiresAt", message: "Cases of this type need an expiry." }],
		});
		const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
		expect(await reopen(caseNumber, { expiresAt })).toMatchObject({ status: "open" });
	});

	test("goes on without an end where its type allows that", async () => {
		expect(await reopen(await overCase("WARN"))).toMatchObject({ status: "open", expiresAt: null });
	});

	test("is not ordered once more, or its ban would never end", async () => {
		const caseNumber = await overCase("TEMPBAN");
		await db.pool("guildhall_bot").query(
			`INSERT INTO discord_orders (guild_id, kind, target_id, case_id, state, failure, finished_at, idempotency_key)
			SELECT guild_id, 'ban', case_user_id, case_id, 'failed', 'unreachable', now(), 'failed' FROM cases
			WHERE guild_id = $1 AND case_number = $2`,
			[guild, caseNumber],
		);
		const retried = inScope(db, guild, admin, (scope) => retryOrderOfCase(scope, caseNumber, "again"));
		await expect(retried).rejects.toMatchObject({ code: "conflict" });
	});

	test("says whether its ban's end was ordered last", async () => {
		const caseNumber = await overCase("TEMPBAN");
		const isLifted = () =>
			inScope(db, guild, admin, async (scope) => (await getCase(scope, caseNumber)).order.lifts);
		const ordered = (kind: string) =>
			db.pool("guildhall_bot").query(
				`INSERT INTO discord_orders (guild_id, kind, target_id, case_id, state, finished_at, idempotency_key)
				SELECT guild_id, $3::text, case_user_id, case_id, 'done', now(), $3 FROM cases WHERE guild_id = $1 AND case_number = $2`,
				[guild, caseNumber, kind],
			);
		await ordered("ban");
		expect(await isLifted()).toBe(false);
		await ordered("unban");
		expect(await isLifted()).toBe(true);
	});
});
