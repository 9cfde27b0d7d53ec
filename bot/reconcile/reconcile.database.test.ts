import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, openSetting, type Setting } from "@/bot/tests/following";
import type { Simulator } from "@/simulator/server";
import { dumpGuild } from "@/simulator/state/dump";

const GUILD = "902114735018344448";
const thumb = { id: null, name: "👍", animated: false };
const heart = { id: null, name: "❤️", animated: false };

let setting: Setting;
let discord: Simulator;
let rows: Setting["rows"];

beforeAll(async () => {
	setting = await openSetting();
	({ discord, rows } = setting);
});
afterEach(() => setting.stopAll());
afterAll(() => setting.close());

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
const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));
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
			reactors.map(({ emoji_key, user_id }) => ({ message_id: id, emoji_key, user_id })),
		),
	};
}

describe("a guild, after its session was lost", { timeout: 60_000 }, () => {
	test("is as Discord has it: messages, reactions, members, bans, the audit log", async () => {
		await setting.follow();
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
		const asText = (list: { message_id: string; emoji_key: string; user_id: string }[]) =>
			list
				.filter(({ message_id }) => standing.has(message_id))
				.map((one) => Object.values(one).join(" "))
				.toSorted(byText);
		expect(asText(stored.reactions)).toEqual(asText(living.reactions));
		expect(stored.counts.every(({ count }) => count === 1)).toBe(true);
		expect(await memberIds()).toEqual(
			dump()
				.members.map(({ user }) => user.id)
				.toSorted(byText),
		);
		expect(await bannedIds()).toEqual(
			dump()
				.bans.map(({ user_id }) => user_id)
				.toSorted(byText),
		);
		await auditIsWholeAndSingle();
	});

	test("is made right by the next process, where one was ended meanwhile", async () => {
		const path = `/api/v10/guilds/${GUILD}/bans`;
		const following = await setting.follow();
		await compared(new Date(0));
		const lost = new Date();
		discord.state.turn({ kind: "fail", path, status: 500, times: 20 });
		discord.state.turn({ kind: "invalid_session", resumable: false });
		discord.state.bans.add(GUILD, someone(10), owner());
		await eventually(async () => {
			expect(await rows("SELECT FROM gateway_catch_ups WHERE wanted_at > $1", [lost])).toHaveLength(2);
		});
		await following.stop();
		expect(await bannedIds()).not.toEqual(livingBans());
		discord.state.faults.clear();
		await setting.follow();
		await compared(lost);
		expect(await bannedIds()).toEqual(livingBans());
	});

	test("has no hole where the next session was lost before the first was made up for", async () => {
		await setting.follow();
		await compared(new Date(0));
		const lost = new Date();
		discord.state.turn({ kind: "fail", path: `/api/v10/guilds/${GUILD}/bans`, status: 500, times: 40 });
		discord.state.turn({ kind: "invalid_session", resumable: false });
		for (let index = 0; index < 120; index++) write(`first gap ${index}`);
		await eventually(async () =>
			expect(await rows("SELECT FROM gateway_catch_ups WHERE wanted_at > $1", [lost])).toHaveLength(2),
		);
		const between = Array.from({ length: 110 }, (_, index) => write(`between ${index}`));
		await eventually(async () => {
			const last = between.at(-1)?.fields.id;
			expect(await rows("SELECT FROM discord_messages WHERE id = $1", [last])).toHaveLength(1);
		});
		const again = new Date();
		discord.state.turn({ kind: "invalid_session", resumable: false });
		discord.state.messages.delete(channel(), between.at(-2)?.fields.id ?? "", owner());
		write("second gap");
		discord.state.faults.clear();
		await compared(again);
		expect((await storedMessages()).messages).toEqual(livingMessages().messages);
	});

	test("knows its webhooks, also when one is made or goes", async () => {
		await setting.follow({ sealingKey: `k1:${Buffer.alloc(32, 7).toString("base64")}` });
		await compared(new Date(0));
		const { id } = discord.state.webhooks.create(channel(), "Deploys", owner());
		const known = () =>
			rows<{ name: string; gone: boolean }>(
				"SELECT name, deleted_at IS NOT NULL AS gone FROM discord_webhooks WHERE id = $1",
				[id],
			);
		await eventually(async () => expect(await known()).toEqual([{ name: "Deploys", gone: false }]));
		discord.state.webhooks.delete(GUILD, id, owner());
		await eventually(async () => expect(await known()).toEqual([{ name: "Deploys", gone: true }]));
	});
});

const livingBans = () =>
	dump()
		.bans.map(({ user_id }) => user_id)
		.toSorted(byText);

async function memberIds(): Promise<string[]> {
	const found = await rows<{ id: string }>(
		"SELECT user_id::text AS id FROM discord_guild_members WHERE guild_id = $1 AND left_at IS NULL",
		[GUILD],
	);
	return found.map(({ id }) => id).toSorted(byText);
}

async function bannedIds(): Promise<string[]> {
	const found = await rows<{ id: string }>(
		"SELECT user_id::text AS id FROM discord_guild_bans WHERE guild_id = $1 AND removed_at IS NULL",
		[GUILD],
	);
	return found.map(({ id }) => id).toSorted(byText);
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
