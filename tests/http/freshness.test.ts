import { afterAll, beforeEach, expect, test } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import type { KnobInput } from "@/simulator/knobs";
import { database, guilds } from "@/tests/setup/login";
import { turn } from "@/tests/setup/simulator";
import { signIn } from "./sign-in";

const base = process.env.TEST_BASE_URL ?? "";
const person = "admin";
const id = personId(person);
// Their rights there come from Discord alone: no role of theirs is mapped to a level.
const guild = guilds.medium.id;
const guildList = "/api/v10/users/@me/guilds";

/** As if the person's list had last been confirmed so long ago. */
async function age(interval: string): Promise<void> {
	await database("UPDATE web_users SET guilds_synced_at = now() - $2::interval WHERE user_id = $1", [
		id,
		interval,
	]);
	await database(
		"UPDATE server_admins SET checked_at = now() - $2::interval WHERE user_id = $1 AND source = 'discord'",
		[id, interval],
	);
}

const statusWith = async (cookie: string): Promise<number> =>
	(await fetch(`${base}/api/v1/guilds/${guild}/search?q=general`, { headers: { cookie } })).status;

beforeEach(() => turn({ kind: "reset" }));
afterAll(() => turn({ kind: "reset" }));

test("a server that the person left at Discord is closed to them within a minute", async () => {
	const cookie = await signIn(base, person);
	expect(await statusWith(cookie)).toBe(200);
	await turn({ kind: "leave", guildId: guild, userId: id });
	await age("61 seconds");
	expect(await statusWith(cookie)).toBe(404);
});

test.each([
	["429", { kind: "rate_limit", path: guildList, times: 5, retryAfter: 1 }],
	["500", { kind: "fail", path: guildList, times: 5, status: 500 }],
	["a dropped connection", { kind: "drop", path: guildList, times: 5 }],
] satisfies [string, KnobInput][])("on %s the last good list counts, for ten minutes", async (_, fault) => {
	const cookie = await signIn(base, person);
	await turn(fault);
	await age("5 minutes");
	expect(await statusWith(cookie)).toBe(200);
	await age("11 minutes");
	expect(await statusWith(cookie)).toBe(404);
});

test("signing in works while Discord does not give the list", async () => {
	await turn({ kind: "fail", path: guildList, times: 5, status: 502 });
	const cookie = await signIn(base, person);
	const answer = await fetch(`${base}/api/v1/me`, { headers: { cookie } });
	expect(answer.status).toBe(200);
	expect(await answer.json()).toMatchObject({ id, username: "teodor.l" });
});

test("tokens that no key decrypts any more end what Discord gave, until the next sign-in", async () => {
	const cookie = await signIn(base, person);
	await database("UPDATE web_accounts SET access_token = 'gone.AAAA.AAAA.AAAA' WHERE user_id = $1", [id]);
	await age("5 minutes");
	expect(await statusWith(cookie)).toBe(200);
	await age("11 minutes");
	expect(await statusWith(cookie)).toBe(404);
	expect((await fetch(`${base}/sign-in`, { headers: { cookie } })).status).toBe(200);
	expect(await statusWith(await signIn(base, person))).toBe(200);
});

test("a revoked authorization ends what Discord gave, not the session", async () => {
	const cookie = await signIn(base, person);
	await turn({ kind: "revoke_tokens", userId: id });
	await age("11 minutes");
	expect(await statusWith(cookie)).toBe(404);
	expect((await fetch(`${base}/api/v1/me`, { headers: { cookie } })).status).toBe(200);
});
