import { expect, test } from "vitest";
import { maxTokens } from "@/lib/account/limits";
import { database, guilds } from "@/tests/setup/login";
import { apiToken, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.small.id;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** An administrator whose access ends in a week. */
async function guest() {
	const person = await visitor();
	await database(
		`INSERT INTO server_admins (server_id, user_id, source, level, expires_at, reason)
		 VALUES ($1, $2, 'grant', 6, now() + interval '7 days', 'Helps out')`,
		[guild, person.id],
	);
	return person;
}

test("an administrator for a week cannot stay longer by a grant of their own", async () => {
	const { id, token } = await guest();
	const change = (expiresAt: string | null) =>
		call(`/api/v1/guilds/${guild}/access/grants/${id}`, {
			method: "PATCH",
			session: token,
			body: { level: 6, expiresAt, reason: "Stays a while" },
		});
	for (const end of [inDays(30), null]) {
		const refused = await change(end);
		expect(refused.status).toBe(403);
		expect(await refused.json()).toMatchObject({
			code: "forbidden",
			detail: expect.stringContaining("Your own access ends"),
			errors: [{ path: "expiresAt" }],
		});
	}
	expect((await change(inDays(2))).status).toBe(204);
});

test("nor by naming a role that gives a level", async () => {
	const { token } = await guest();
	const before = await call(`/api/v1/guilds/${guild}/configuration`, { session: token });
	const { revision } = (await before.json()) as { revision: number };
	const refused = await call(`/api/v1/guilds/${guild}/configuration`, {
		method: "PATCH",
		session: token,
		body: { revision, changes: { perm_level_6_role_id: guild } },
	});
	expect(refused.status).toBe(403);
	expect(await refused.json()).toMatchObject({ errors: [{ path: "perm_level_6_role_id" }] });
});

test(`past ${maxTokens} API tokens a person is told to revoke one`, async () => {
	const person = await visitor();
	for (let made = 0; made < maxTokens; made += 1) await apiToken(person);
	const body = { name: "One more", maxLevel: null, guildId: null, expiresInDays: 7 };
	const refused = await call("/api/v1/me/tokens", { method: "POST", session: person.token, body });
	expect(await problemOf(refused)).toMatchObject({ status: 409, code: "limit_reached" });
});
