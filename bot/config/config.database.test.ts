import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { connected } from "@/scripts/database/roles";
import { ConfigListener } from "./listener";

const GUILD = "902114735018344448";
const ELSEWHERE = "1040262918204751892";
const BOT = "700000000000000001";
const CHANNEL = "902114735018344450";
const ROLE = "902114735018344451";
const SEND_AND_VIEW = "3072";

let db: TestDatabase;
let scope: Scope;
let end: AbortController;
let listening: Promise<void> | undefined;

beforeAll(async () => {
	db = await testDatabase();
	scope = await openScope(db.urls.guildhall_bot);
	await owner(
		`INSERT INTO discord_guilds (id, name, owner_id) VALUES (${GUILD}, 'Harbor', 902114735018344449), (${ELSEWHERE}, 'Trail', 902114735018344449)`,
	);
	await owner(
		`INSERT INTO discord_roles (id, guild_id, name, permissions, position) VALUES (${GUILD}, ${GUILD}, '@everyone', ${SEND_AND_VIEW}, 0), (${ROLE}, ${GUILD}, 'Mods', 0, 1)`,
	);
	await owner(`INSERT INTO discord_users (id, username, bot) VALUES (${BOT}, 'bot', true)`);
	await owner(
		`INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES (${GUILD}, ${BOT}, now())`,
	);
	await owner(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (${CHANNEL}, ${GUILD}, 'mod-log', 'guild_text')`,
	);
});
afterEach(async () => {
	end?.abort();
	await listening;
});
afterAll(async () => {
	await scope.close();
	await db.drop();
});

const owner = (text: string) => db.pool("guildhall_owner").query(text);

const shardOf = (guildId: string) => Number((BigInt(guildId) >> 22n) % 2n);
/** So that one guild is this process's and the other is not. */
const halfOfThem = () => ({ ids: [shardOf(GUILD)], count: 2 });
const log = pino({ level: "silent" });

function listener(shards = halfOfThem): ConfigListener {
	return new ConfigListener({ scope, log, botId: BOT, shards, shardOf });
}

async function listen(made = listener()): Promise<ConfigListener> {
	end = new AbortController();
	listening = made.run(end.signal);
	await vi.waitFor(async () => expect(await connections("SELECT")).toBe(1), { timeout: 5_000 });
	return made;
}

/** How many connections listen; only the administrator sees what others run. */
function connections(select: string): Promise<number | null> {
	return connected(db.adminUrl, async (admin) => {
		const { rowCount } = await admin.query(
			`${select} FROM pg_stat_activity
			WHERE datname = current_database() AND query = 'LISTEN "server_config_changed"' AND state = 'idle'`,
		);
		return rowCount;
	});
}

async function receipts(guildId = GUILD) {
	const { rows } = await db
		.pool("guildhall_owner")
		.query<{ revision: number; error: string | null }>(
			"SELECT revision, error FROM guild_config_receipts WHERE guild_id = $1 ORDER BY revision",
			[guildId],
		);
	return rows;
}

test("a save is acknowledged within a second, by the process that runs the guild's shard", async () => {
	await listen();
	await owner(
		`INSERT INTO guild_config (guild_id, mod_log_id) VALUES (${GUILD}, ${CHANNEL}), (${ELSEWHERE}, NULL)`,
	);
	await vi.waitFor(async () => expect(await receipts()).toEqual([{ revision: 1, error: null }]), {
		timeout: 1_000,
	});
	expect(await receipts(ELSEWHERE)).toEqual([]);
});

test("what cannot work is said in the receipt, and taken back once it can", async () => {
	const made = await listen();
	const said = async (revision: number, error: string | null) =>
		vi.waitFor(async () => expect((await receipts()).at(-1)).toEqual({ revision, error }), {
			timeout: 2_000,
		});
	await owner(`UPDATE guild_config SET join_log_id = ${ROLE} WHERE guild_id = ${GUILD}`);
	await said(2, "The join log channel no longer exists.");
	await owner(
		`UPDATE guild_config SET join_log_id = NULL, perm_level_3_role_id = ${CHANNEL} WHERE guild_id = ${GUILD}`,
	);
	await said(3, "The role of level 3 no longer exists.");
	await owner(`INSERT INTO discord_channel_permissions (guild_id, channel_id, permission_type, target_id, deny)
		VALUES (${GUILD}, ${CHANNEL}, 'role', ${GUILD}, 2048)`);
	await owner(`UPDATE guild_config SET perm_level_3_role_id = NULL WHERE guild_id = ${GUILD}`);
	await said(4, "The mod log channel (#mod-log) does not let the bot write: it needs Send Messages.");
	await owner("DELETE FROM discord_channel_permissions");
	await made.check();
	await said(4, null);
});

test("a save that no notification told of is found by the check, and by a connection that was lost", async () => {
	await owner(`UPDATE guild_config SET prefix = '?' WHERE guild_id = ${GUILD}`);
	await listener().check();
	expect((await receipts()).at(-1)).toEqual({ revision: 5, error: null });

	await listen();
	expect(await connections("SELECT pg_terminate_backend(pid)")).toBe(1);
	await owner(`UPDATE guild_config SET prefix = '!' WHERE guild_id = ${GUILD}`);
	await vi.waitFor(async () => expect((await receipts()).at(-1)).toEqual({ revision: 6, error: null }), {
		timeout: 5_000,
	});
});

test("a check that fails leaves one connection, which still hears, and none when nobody listens any more", async () => {
	const shards = vi.fn(halfOfThem).mockImplementationOnce(() => {
		throw new Error("the shards are not known yet");
	});
	await listen(listener(shards));
	await vi.waitFor(() => expect(shards).toHaveBeenCalled());
	await owner(`UPDATE guild_config SET prefix = ';' WHERE guild_id = ${GUILD}`);
	await vi.waitFor(async () => expect((await receipts()).at(-1)).toEqual({ revision: 7, error: null }), {
		timeout: 5_000,
	});
	end.abort();
	await listening;
	await vi.waitFor(async () => expect(await connections("SELECT")).toBe(0), { timeout: 5_000 });
});
