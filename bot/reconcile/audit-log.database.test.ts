import { AuditLogEvent } from "discord-api-types/v10";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { readAuditLog } from "@/bot/reconcile/audit-log";
import type { Reach } from "@/bot/reconcile/reach";
import { openScope } from "@/bot/scope";
import { HARBOR } from "@/bot/tests/harbor";
import { snowflakeFromTime } from "@/lib/discord/snowflake";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

const DAY = 86_400_000;

let db: TestDatabase;
let discord: Simulator;
let reach: Reach;

beforeAll(async () => {
	db = await testDatabase();
	discord = await startSimulator({ port: 0 });
	reach = {
		scope: await openScope(db.urls.guildhall_bot),
		rest: restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken),
		log: pino({ level: "silent" }),
		...{ applicationId: SIMULATED_CLIENT.clientId, botId: discord.state.botId, storeContent: true },
		...{ sealingKey: null, send: () => Promise.resolve(), signal: new AbortController().signal },
	};
	await reach.scope.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Harbor')", [HARBOR]);
});
afterAll(async () => {
	await reach.scope.close();
	await discord.close();
	await db.drop();
});
beforeEach(async () => {
	discord.state.log.clear();
	await db.pool("guildhall_owner").query("DELETE FROM discord_native_audit_log");
});

/** Discord's log of the guild, by how many days ago something happened; oldest first. */
function logOf(...days: number[]): string[] {
	const guild = discord.state.core.guild(HARBOR);
	const by = guild.settings.owner_id;
	const entries = days.map((ago, index) => ({
		id: String(BigInt(snowflakeFromTime(new Date(Date.now() - ago * DAY))) + BigInt(index)),
		...{ user_id: by, target_id: HARBOR, action_type: AuditLogEvent.GuildUpdate, changes: [] },
	}));
	guild.audit.splice(0, guild.audit.length, ...entries);
	return entries.map(({ id }) => id);
}

const stored = async () =>
	(await reach.scope.rows<{ id: string }>("SELECT id FROM discord_native_audit_log ORDER BY id")).map(
		({ id }) => id,
	);
const pages = () => discord.state.log.entries().filter(({ path }) => path.endsWith("/audit-logs")).length;
const soon = () => new Date(Date.now() + 60_000).toISOString();

test("the log is read as far back as Discord keeps it, and not further", async () => {
	const ids = logOf(400, 46, 45.01, 44.99, 44, 1, 0);
	expect(await readAuditLog(reach, HARBOR, soon())).toBe(4);
	expect(await stored()).toEqual(ids.slice(3));
});

test("no page is asked for that lies behind the 45 days", async () => {
	logOf(...Array.from({ length: 450 }, (_, index) => 60.05 - index * 0.1));
	expect(await readAuditLog(reach, HARBOR, soon())).toBe(299);
	expect(pages()).toBe(3);
});

test("it is read back to what is stored, and where that is older than 45 days, to those", async () => {
	const [old = "", known = "", ...missed] = logOf(44, 20, 10, 0);
	await reach.scope.rows(
		"INSERT INTO discord_native_audit_log (id, guild_id, action_type, recorded_at) VALUES ($1, $2, 1, now())",
		[known, HARBOR],
	);
	expect(await readAuditLog(reach, HARBOR, soon())).toBe(2);
	expect(await stored()).toEqual([known, ...missed]);

	await db.pool("guildhall_owner").query("DELETE FROM discord_native_audit_log");
	const beyond = snowflakeFromTime(new Date(Date.now() - 90 * DAY));
	await reach.scope.rows(
		"INSERT INTO discord_native_audit_log (id, guild_id, action_type, recorded_at) VALUES ($1, $2, 1, now())",
		[beyond, HARBOR],
	);
	expect(await readAuditLog(reach, HARBOR, soon())).toBe(4);
	expect(await stored()).toEqual([beyond, old, known, ...missed]);
});
