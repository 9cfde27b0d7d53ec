import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { openScope } from "@/bot/scope";
import { Worker } from "@/bot/worker";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";
import { dumpGuild } from "@/simulator/state/dump";
import { Reconciler } from "./reconciler";

const GUILD = "902114735018344448";
const BOT = SIMULATED_CLIENT.clientId;
const thumb = { id: null, name: "👍", animated: false };
const heart = { id: null, name: "❤️", animated: false };

let db: TestDatabase;
let discord: Simulator;
const running: (() => Promise<void>)[] = [];

beforeAll(async () => {
	db = await testDatabase();
	discord = await startSimulator({ port: 0, control: true });
});
afterEach(async () => {
	for (const stop of running.splice(0)) await stop();
});
afterAll(async () => {
	await discord.close();
	await db.drop();
});

async function start(backfillDays: number | null = null) {
	const scope = await openScope(db.urls.guildhall_bot);
	const apiUrl = `${discord.url}/api/v10`;
	const token = SIMULATED_CLIENT.botToken;
	const log = pino({ level: "silent" });
	const shared = {
		...{ scope, rest: restClient(apiUrl, token), log, applicationId: BOT, storeContent: true },
	};
	const reconciler: Reconciler = new Reconciler({
		...{ ...shared, sealingKey: null, backfillDays },
		shards: () => worker.shards,
		send: (guildId, payload) => worker.gateway.send(worker.shardOf(guildId), payload),
	});
	const worker = new Worker({
		...{ ...shared, token, apiUrl, shardCount: 1, shardIds: [0] },
		onFrame: (frame) => reconciler.received(frame),
		onCommit: (frames) => reconciler.committed(frames),
	});
	const end = new AbortController();
	const ended = Promise.all([worker.run(end.signal), reconciler.run(end.signal)]);
	const stop = async () => {
		end.abort();
		await ended.catch(() => undefined);
		await scope.close();
	};
	running.push(stop);
	return { stop };
}

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
	return (await db.pool("guildhall_owner").query<T>(text, values)).rows;
}

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 50 });

/** Every guild that a session told of after the moment is compared. */
async function compared(after: Date): Promise<void> {
	await eventually(async () => {
		const found = await rows<{ finished: boolean }>(
			"SELECT finished_at IS NOT NULL AS finished FROM gateway_catch_ups WHERE wanted_at > $1",
			[after],
		);
		expect(found.length).toBe(2);
		expect(found.every(({ finished }) => finished)).toBe(true);
	});
}

const channel = () =>
	[...discord.state.core.guild(GUILD).channels.values()].find(({ type }) => type === 0)?.id ?? "";
const people = () =>
	[...discord.state.core.guild(GUILD).members.values()]
		.filter(({ user, roles }) => user.bot !== true && roles.length === 0)
		.map(({ user }) => user.id);
const someone = (index = 0) => people()[index] ?? "";
const owner = () => ({ userId: discord.state.core.guild(GUILD).settings.owner_id });
const write = (content: string, authorId = someone()) =>
	discord.state.messages.create(channel(), { authorId, content });
const dump = () => {
	const guild = discord.state.core.guild(GUILD);
	return dumpGuild(discord.state.core, guild);
};

/** The tables' messages and reactions in the words of the simulator's dump. */
async function storedMessages() {
	const messages = await rows<{ id: string; content: string; pinned: boolean; deleted: boolean }>(
		`SELECT id::text, content, pinned, deleted_at IS NOT NULL AS deleted FROM discord_messages
		WHERE guild_id = $1 ORDER BY id`,
		[GUILD],
	);
	const reactions = await rows<{ message_id: string; emoji_key: string; user_id: string }>(
		`SELECT message_id::text, emoji_key, user_id::text FROM discord_message_reactions
		WHERE guild_id = $1 ORDER BY message_id, emoji_key, user_id`,
		[GUILD],
	);
	const counts = await rows<{ message_id: string; emoji_key: string; count: number }>(
		`SELECT message_id::text, emoji_key, count FROM discord_message_reaction_counts
		WHERE guild_id = $1 ORDER BY message_id, emoji_key`,
		[GUILD],
	);
	return { messages, reactions, counts };
}

function livingMessages() {
	const { messages } = dump();
	const sorted = messages.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
	const standing = sorted.filter(({ deleted_at }) => deleted_at === null);
	return {
		messages: sorted.map(({ id, content, pinned, deleted_at }) => ({
			...{ id, content, pinned, deleted: deleted_at !== null },
		})),
		reactions: standing.flatMap(({ id, reactors }) =>
			reactors
				.map(({ emoji_key, user_id }) => ({ message_id: id, emoji_key, user_id }))
				.toSorted((one, other) =>
					one.emoji_key === other.emoji_key
						? Number(BigInt(one.user_id) - BigInt(other.user_id))
						: one.emoji_key < other.emoji_key
							? -1
							: 1,
				),
		),
	};
}

describe("a guild, after its session was lost", () => {
	test("is as Discord has it: messages, reactions, members, bans, the audit log", async () => {
		await start();
		await compared(new Date(0));
		const old = Array.from({ length: 6 }, (_, index) => write(`before ${index}`));
		const [edited, deleted, pinned, swapped, cleared, untouched] = old.map(({ fields }) => fields.id);
		for (const id of [swapped, cleared, untouched]) {
			discord.state.reactions.add(channel(), id ?? "", someone(1), thumb);
			discord.state.reactions.add(channel(), id ?? "", someone(2), heart);
		}
		await eventually(async () => expect((await storedMessages()).messages).toHaveLength(6));
		await eventually(async () => expect((await storedMessages()).reactions).toHaveLength(6));

		const lost = new Date();
		discord.state.turn({ kind: "invalid_session", resumable: false });
		discord.state.messages.edit(channel(), edited ?? "", { content: "edited meanwhile" }, someone());
		discord.state.messages.delete(channel(), deleted ?? "", owner());
		discord.state.messages.setPinned(channel(), pinned ?? "", true, owner());
		discord.state.reactions.remove(channel(), swapped ?? "", someone(1), thumb);
		discord.state.reactions.add(channel(), swapped ?? "", someone(3), thumb);
		discord.state.reactions.removeAll(channel(), cleared ?? "");
		const missed = Array.from({ length: 130 }, (_, index) => write(`meanwhile ${index}`));
		discord.state.reactions.add(channel(), missed[3]?.fields.id ?? "", someone(4), heart);
		discord.state.bans.add(GUILD, someone(8), { ...owner(), reason: "Spam" });
		discord.state.members.kick(GUILD, someone(9), owner());

		await compared(lost);
		const living = livingMessages();
		const stored = await storedMessages();
		expect(stored.messages).toEqual(living.messages);
		const standing = new Set(living.messages.filter(({ deleted: gone }) => !gone).map(({ id }) => id));
		const byText = (list: { message_id: string; emoji_key: string; user_id: string }[]) =>
			list
				.filter(({ message_id }) => standing.has(message_id))
				.map((one) => Object.values(one).join(" "))
				.toSorted();
		expect(byText(stored.reactions)).toEqual(byText(living.reactions));
		expect(stored.counts.every(({ count }) => count === 1)).toBe(true);
		expect(await memberIds()).toEqual(
			dump()
				.members.map(({ user }) => user.id)
				.toSorted(),
		);
		expect(await bannedIds()).toEqual(
			dump()
				.bans.map(({ user_id }) => user_id)
				.toSorted(),
		);
		await auditIsWholeAndSingle();
	});
});

async function memberIds(): Promise<string[]> {
	const found = await rows<{ id: string }>(
		"SELECT user_id::text AS id FROM discord_guild_members WHERE guild_id = $1 AND left_at IS NULL",
		[GUILD],
	);
	return found.map(({ id }) => id).toSorted();
}

async function bannedIds(): Promise<string[]> {
	const found = await rows<{ id: string }>(
		"SELECT user_id::text AS id FROM discord_guild_bans WHERE guild_id = $1 AND removed_at IS NULL",
		[GUILD],
	);
	return found.map(({ id }) => id).toSorted();
}

async function auditIsWholeAndSingle(): Promise<void> {
	const entries = await rows<{ id: string; cases: number }>(
		`SELECT a.id::text, (SELECT count(*)::int FROM cases c WHERE c.guild_id = a.guild_id AND c.audit_log_entry_id = a.id) AS cases
		FROM discord_native_audit_log a WHERE a.guild_id = $1 ORDER BY a.id`,
		[GUILD],
	);
	const living = dump().audit_log;
	expect(entries.map(({ id }) => id)).toEqual(living.map(({ id }) => id));
	const punishments = living.filter(({ action_type }) => action_type === 20 || action_type === 22);
	for (const { id } of punishments) expect(entries.find((entry) => entry.id === id)?.cases).toBe(1);
	expect(await rows("SELECT FROM cases WHERE guild_id = $1", [GUILD])).toHaveLength(punishments.length);
}
