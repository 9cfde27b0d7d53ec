import { describe, expect, test } from "vitest";
import { eventually } from "@/bot/tests/following";
import { atHarbor, HARBOR } from "@/bot/tests/harbor";
import { livingMessages, storedMessages } from "@/bot/tests/harbor-messages";
import { dumpGuild } from "@/simulator/state/dump";

const thumb = { id: null, name: "👍", animated: false };
const heart = { id: null, name: "❤️", animated: false };

const { setting, harbor } = await atHarbor();
const { discord, rows } = setting;

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const dump = () => {
	const guild = discord.state.core.guild(HARBOR);
	return dumpGuild(discord.state.core, guild);
};

describe("a guild, after its session was lost", { timeout: 60_000 }, () => {
	test("is as Discord has it: messages, reactions, members, bans, the audit log", async () => {
		await setting.follow();
		await harbor.compared(new Date(0));
		const old = Array.from({ length: 6 }, (_, index) => harbor.write(`before ${index}`));
		const [edited, deleted, pinned, swapped, cleared, untouched] = old.map(({ fields }) => fields.id);
		for (const id of [swapped, cleared, untouched]) {
			discord.state.reactions.add(harbor.channel(), id ?? "", harbor.someone(1), thumb);
			discord.state.reactions.add(harbor.channel(), id ?? "", harbor.someone(2), heart);
		}
		await eventually(async () => expect((await storedMessages(setting)).messages).toHaveLength(6));
		await eventually(async () => expect((await storedMessages(setting)).reactions).toHaveLength(6));

		const lost = harbor.loseSession();
		discord.state.messages.edit(
			harbor.channel(),
			edited ?? "",
			{ content: "edited meanwhile" },
			harbor.someone(),
		);
		discord.state.messages.delete(harbor.channel(), deleted ?? "", harbor.owner());
		discord.state.messages.setPinned(harbor.channel(), pinned ?? "", true, harbor.owner());
		discord.state.reactions.remove(harbor.channel(), swapped ?? "", harbor.someone(1), thumb);
		discord.state.reactions.add(harbor.channel(), swapped ?? "", harbor.someone(3), thumb);
		discord.state.reactions.removeAll(harbor.channel(), cleared ?? "");
		const missed = Array.from({ length: 130 }, (_, index) => harbor.write(`meanwhile ${index}`));
		discord.state.reactions.add(harbor.channel(), missed[3]?.fields.id ?? "", harbor.someone(4), heart);
		discord.state.bans.add(HARBOR, harbor.someone(8), { ...harbor.owner(), reason: "Spam" });
		discord.state.members.kick(HARBOR, harbor.someone(9), harbor.owner());

		await harbor.compared(lost);
		const [clock] = await rows<{ ahead: boolean }>(
			"SELECT max(clock) > (SELECT max(observed_at) FROM discord_users) AS ahead FROM gateway_sessions",
		);
		expect(clock).toEqual({ ahead: true });
		const living = livingMessages(discord);
		const stored = await storedMessages(setting);
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
		const path = `/api/v10/guilds/${HARBOR}/bans`;
		const following = await setting.follow();
		await harbor.compared(new Date(0));
		const lost = new Date();
		discord.state.turn({ kind: "fail", path, status: 500, times: 20 });
		discord.state.turn({ kind: "invalid_session", resumable: false });
		discord.state.bans.add(HARBOR, harbor.someone(10), harbor.owner());
		await eventually(async () => {
			expect(await rows("SELECT FROM gateway_catch_ups WHERE wanted_at > $1", [lost])).toHaveLength(2);
		});
		await following.stop();
		expect(await bannedIds()).not.toEqual(livingBans());
		discord.state.faults.clear();
		await setting.follow();
		await harbor.compared(lost);
		expect(await bannedIds()).toEqual(livingBans());
	});

	test("has no hole where the next session was lost before the first was made up for", async () => {
		await setting.follow();
		await harbor.compared(new Date(0));
		const lost = new Date();
		discord.state.turn({ kind: "fail", path: `/api/v10/guilds/${HARBOR}/bans`, status: 500, times: 40 });
		discord.state.turn({ kind: "invalid_session", resumable: false });
		for (let index = 0; index < 120; index++) harbor.write(`first gap ${index}`);
		await eventually(async () =>
			expect(await rows("SELECT FROM gateway_catch_ups WHERE wanted_at > $1", [lost])).toHaveLength(2),
		);
		const between = Array.from({ length: 110 }, (_, index) => harbor.write(`between ${index}`));
		await eventually(async () => {
			const last = between.at(-1)?.fields.id;
			expect(await rows("SELECT FROM discord_messages WHERE id = $1", [last])).toHaveLength(1);
		});
		const again = new Date();
		discord.state.turn({ kind: "invalid_session", resumable: false });
		discord.state.messages.delete(harbor.channel(), between.at(-2)?.fields.id ?? "", harbor.owner());
		harbor.write("second gap");
		discord.state.faults.clear();
		await harbor.compared(again);
		expect((await storedMessages(setting)).messages).toEqual(livingMessages(discord).messages);
	});

	test("knows its webhooks, also when one is made or goes", async () => {
		await setting.follow({ sealingKey: `k1:${Buffer.alloc(32, 7).toString("base64")}` });
		await harbor.compared(new Date(0));
		const { id } = discord.state.webhooks.create(harbor.channel(), "Deploys", harbor.owner());
		const known = () =>
			rows<{ name: string; gone: boolean }>(
				"SELECT name, deleted_at IS NOT NULL AS gone FROM discord_webhooks WHERE id = $1",
				[id],
			);
		await eventually(async () => expect(await known()).toEqual([{ name: "Deploys", gone: false }]));
		discord.state.webhooks.delete(HARBOR, id, harbor.owner());
		await eventually(async () => expect(await known()).toEqual([{ name: "Deploys", gone: true }]));
	});

	test("knows a webhook whose making was only noted when the worker was killed", async () => {
		const first = await setting.follow();
		await harbor.compared(new Date(0));
		await first.stop();
		const second = await setting.follow({ reconciles: false });
		const { id } = discord.state.webhooks.create(harbor.channel(), "Alerts", harbor.owner());
		const noted = () => rows("SELECT FROM gateway_webhook_changes WHERE channel_id = $1", [harbor.channel()]);
		await eventually(async () => expect(await noted()).toHaveLength(1));
		await second.stop();
		await setting.follow();
		await eventually(async () => {
			expect(await rows("SELECT FROM discord_webhooks WHERE id = $1", [id])).toHaveLength(1);
		});
		await eventually(async () => expect(await noted()).toEqual([]));
	});
});

const livingBans = () =>
	dump()
		.bans.map(({ user_id }) => user_id)
		.toSorted(byText);

async function memberIds(): Promise<string[]> {
	const found = await rows<{ id: string }>(
		"SELECT user_id::text AS id FROM discord_guild_members WHERE guild_id = $1 AND left_at IS NULL",
		[HARBOR],
	);
	return found.map(({ id }) => id).toSorted(byText);
}

async function bannedIds(): Promise<string[]> {
	const found = await rows<{ id: string }>(
		"SELECT user_id::text AS id FROM discord_guild_bans WHERE guild_id = $1 AND removed_at IS NULL",
		[HARBOR],
	);
	return found.map(({ id }) => id).toSorted(byText);
}

async function auditIsWholeAndSingle(): Promise<void> {
	const entries = await rows<{ id: string; cases: number }>(
		`SELECT a.id::text, (SELECT count(*)::int FROM cases c WHERE c.guild_id = a.guild_id AND c.audit_log_entry_id = a.id) AS cases
		FROM discord_native_audit_log a WHERE a.guild_id = $1 ORDER BY a.id`,
		[HARBOR],
	);
	const living = dump().audit_log;
	expect(entries.map(({ id }) => id)).toEqual(living.map(({ id }) => id));
	const punishments = living.filter(({ action_type }) => action_type === 20 || action_type === 22);
	for (const { id } of punishments) expect(entries.find((entry) => entry.id === id)?.cases).toBe(1);
	expect(await rows("SELECT FROM cases WHERE guild_id = $1", [HARBOR])).toHaveLength(punishments.length);
}
