import { expect, test } from "vitest";
import { database, guilds } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.small.id;

async function operator() {
	const person = await visitor();
	await database("UPDATE web_users SET is_operator = true WHERE user_id = $1", [person.id]);
	return person;
}

function enter(session: string, wish: { guildId?: string; reason?: string; hours?: number } = {}) {
	const body = { guildId: guild, reason: "Asked to look at a stuck import", hours: 4, ...wish };
	return call("/api/v1/me/visits", { method: "POST", session, body });
}

const overview = (session: string) => call(`/api/v1/guilds/${guild}/overview`, { session });

test("an operator enters a server for a time and a reason that its log shows", async () => {
	const { id, token } = await operator();
	expect((await overview(token)).status).toBe(404);
	const entered = await enter(token);
	expect(entered.status).toBe(201);
	const { expiresAt } = (await entered.json()) as { expiresAt: string };
	const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
	expect(hours).toBeGreaterThan(3.9);
	expect(hours).toBeLessThanOrEqual(4);
	expect((await overview(token)).status).toBe(200);
	const log = await database<{ reason: string }>(
		"SELECT after ->> 'reason' AS reason FROM dashboard_changes WHERE guild_id = $1 AND actor_id = $2",
		[guild, id],
	);
	expect(log).toEqual([{ reason: "Asked to look at a stuck import" }]);
});

test("nobody else does, nor without a reason, nor for longer than a day, nor where no server is", async () => {
	const stranger = await visitor();
	expect((await problemOf(await enter(stranger.token))).code).toBe("forbidden");
	expect((await overview(stranger.token)).status).toBe(404);
	const { token } = await operator();
	expect((await enter(token, { reason: "   short   " })).status).toBe(422);
	expect((await enter(token, { hours: 25 })).status).toBe(422);
	expect((await problemOf(await enter(token, { guildId: "902114735018344449" }))).code).toBe("not_found");
});
