import { REST } from "@discordjs/rest";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Reach } from "@/bot/reconcile/reach";
import { readWebhooks } from "@/bot/reconcile/webhooks";
import { openScope, type Scope } from "@/bot/scope";
import { unseal } from "@/lib/secrets";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";

const GUILD = "902114735018344448";
const CHANNEL = "902114735018344449";
const KEY = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
vi.mock("@/lib/env", () => ({
	env: () => ({ GUILDHALL_ENCRYPTION_KEYS: [`k1:${Buffer.alloc(32, 7).toString("base64")}`] }),
}));

let db: TestDatabase;
let scope: Scope;

beforeAll(async () => {
	db = await testDatabase();
	scope = await openScope(db.urls.guildhall_bot);
	await scope.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Harbor')", [GUILD]);
	await scope.rows(
		"INSERT INTO discord_channels (id, guild_id, channel_type) VALUES ($1, $2, 'guild_text')",
		[CHANNEL, GUILD],
	);
});
afterAll(async () => {
	await scope.close();
	await db.drop();
});

/** Reads a webhook of which Discord tells the token. @returns what is stored of it */
async function read(id: string, sealingKey: string | null) {
	const rest = new REST();
	const told = { id, type: 1, channel_id: CHANNEL, name: "Deploys", token: "told in confidence" };
	vi.spyOn(rest, "get").mockResolvedValue([told]);
	const reach: Reach = {
		...{ scope, rest, log: pino({ level: "silent" }), applicationId: "1", botId: "2", storeContent: true },
		...{ sealingKey, send: () => Promise.resolve(), signal: new AbortController().signal },
	};
	await readWebhooks(reach, GUILD, null);
	const { rows } = await db
		.pool("guildhall_owner")
		.query<{ token: string | null; token_key_id: string | null }>(
			"SELECT token, token_key_id FROM discord_webhooks WHERE id = $1",
			[id],
		);
	return rows[0];
}

test("a webhook's token is kept encrypted, under the name of its key", async () => {
	const stored = await read("902114735018344450", KEY);
	expect(stored?.token_key_id).toBe("k1");
	expect(stored?.token).not.toContain("confidence");
	expect(unseal(stored?.token ?? "")).toBe("told in confidence");
	expect(await read("902114735018344450", null)).toEqual(stored);
});

test("a webhook's token is not kept without a key", async () => {
	expect(await read("902114735018344451", null)).toEqual({ token: null, token_key_id: null });
});
