import { AuditLogEvent } from "discord-api-types/v10";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BOT, GUILD, openDesk, textChannelOf, type Wanted } from "@/bot/tests/order-desk";

const desk = await openDesk();
const { db, discord, outcome } = desk;
const guild = () => discord.state.core.guild(GUILD);
const by = () => ({ userId: guild().settings.owner_id });
const bans = `/api/v10/guilds/${GUILD}/bans/*`;

/** Somebody of the simulated crowd whose roles stand below the bot's. */
let member: string;

const place = (kind: string, more: Partial<Wanted> = {}) => desk.place(kind, { target: member, ...more });
const carriedOut = async (kind: string, more: Partial<Wanted> = {}) => outcome(await place(kind, more));

beforeAll(async () => {
	for (const { id, name, position, permissions } of guild().roles.values())
		await db
			.pool("guildhall_bot")
			.query(
				"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1, $2, $3, $4, $5)",
				[id, GUILD, name, position, permissions],
			);
	await known(BOT);
});
beforeEach(() => {
	const people = [...guild().members.values()];
	member = people.find(({ roles, user }) => roles.length === 0 && !user.bot)?.user.id ?? "";
	discord.state.log.clear();
});

/** Stores a member with their roles, as the worker does. */
async function known(userId: string): Promise<void> {
	const bot = db.pool("guildhall_bot");
	await bot.query("INSERT INTO discord_users (id, username) VALUES ($1, 'somebody') ON CONFLICT DO NOTHING", [
		userId,
	]);
	await bot.query(
		"INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING",
		[GUILD, userId],
	);
	await bot.query(
		"INSERT INTO discord_member_roles (guild_id, user_id, role_id) SELECT $1, $2, unnest($3::bigint[])",
		[GUILD, userId, guild().members.get(userId)?.roles ?? []],
	);
}

/** A role above the bot's, which the worker knows. */
async function highRole(): Promise<string> {
	const { id } = discord.state.roles.create(GUILD, { name: "High", position: 900 }, by());
	await db
		.pool("guildhall_bot")
		.query(
			"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1, $2, 'High', 900, 0)",
			[id, GUILD],
		);
	return id;
}

/** What the simulated Discord answered to the requests of an order, in their order. */
const answers = (method: string) =>
	discord.state.log.entries().flatMap((entry) => (entry.method === method ? [entry.status] : []));

const bannedInLog = () =>
	guild().audit.filter(
		({ action_type, target_id }) => action_type === AuditLogEvent.MemberBanAdd && target_id === member,
	);

describe("an order that Discord refuses", () => {
	test("for a member who stands above the bot says so, and its case too; it is asked once", async () => {
		discord.state.members.setRole(GUILD, member, await highRole(), true, by());
		await known(member);
		const placed = await place("kick", { withCase: "KICK" });
		expect(await outcome(placed)).toMatchObject({
			...{ state: "failed", failure: "role_below", code: 50_013, attempts: 1 },
		});
		const { rows } = await db
			.pool("guildhall_owner")
			.query("SELECT order_state, order_error, order_code FROM cases WHERE case_id = $1", [placed.caseId]);
		expect(rows).toEqual([{ order_state: "failed", order_error: "role_below", order_code: 50_013 }]);
		expect(answers("DELETE")).toEqual([403]);
	});

	test("for a role that stands above the bot says the same", async () => {
		const payload = { roleId: await highRole() };
		expect(await carriedOut("role_add", { payload })).toMatchObject({ failure: "role_below", code: 50_013 });
		expect(answers("PUT")).toEqual([403]);
	});

	test("because it is about the owner says so", async () => {
		const target = guild().settings.owner_id;
		await known(target);
		await db
			.pool("guildhall_bot")
			.query("UPDATE discord_guilds SET owner_id = $2 WHERE id = $1", [GUILD, target]);
		expect(await carriedOut("ban", { target })).toMatchObject({
			failure: "is_owner",
			code: 50_013,
			attempts: 1,
		});
	});

	test("because nobody is there names what is not", async () => {
		const target = "1040262918204759998";
		const payload = { content: "Please stop." };
		expect(await carriedOut("kick", { target })).toMatchObject({ state: "failed", failure: "unknown_user" });
		expect(await carriedOut("warn", { target, payload })).toMatchObject({ failure: "unknown_user" });
		expect(await carriedOut("message_send", { channel: target, payload })).toMatchObject({
			failure: "unknown_channel",
		});
	});

	test("to repeat what an attempt before has done is done", async () => {
		discord.state.members.kick(GUILD, member, by());
		expect(await carriedOut("kick")).toMatchObject({ state: "failed", failure: "not_a_member" });
		expect(await carriedOut("kick", { attempts: 1 })).toMatchObject({ state: "done", attempts: 2 });
	});
});

describe("an order that meets", () => {
	test("a rate limit waits in the client's queue, and is done once", async () => {
		discord.state.turn({ kind: "rate_limit", path: bans, retryAfter: 1, scope: "user", times: 1 });
		expect(await carriedOut("ban")).toMatchObject({ state: "done", attempts: 1 });
		expect(answers("PUT")).toEqual([429, 204]);
		expect(bannedInLog()).toHaveLength(1);
	});

	test("trouble of Discord's is tried again by the client, then by the queue, and done once", async () => {
		discord.state.turn({ kind: "fail", path: bans, status: 502, times: 5 });
		expect(await carriedOut("ban")).toMatchObject({ state: "done", attempts: 2 });
		expect(answers("PUT")).toEqual([502, 502, 502, 502, 502, 204]);
		expect(bannedInLog()).toHaveLength(1);
	});

	test("a connection that breaks is tried again, and its message is there once", async () => {
		const channel = textChannelOf(discord);
		const path = `/api/v10/channels/${channel}/messages`;
		discord.state.turn({ kind: "drop", path, times: 1 });
		const payload = { content: "Once, please" };
		const sent = await carriedOut("message_send", { channel, payload });
		expect(sent).toMatchObject({ state: "done", attempts: expect.any(Number) });
		const found = discord.state.messages
			.list(channel)
			.filter(({ fields }) => fields.content === payload.content);
		expect(found.map(({ fields }) => fields.id)).toEqual([sent.result.messageId]);
		expect(answers("POST").at(-1)).toBe(200);
		discord.state.faults.clear();
	});

	test("trouble that does not pass is given up as unreachable, and its case says so", async () => {
		discord.state.turn({ kind: "fail", path: bans, status: 500, times: 100 });
		const placed = await place("ban", { withCase: "BAN", last: true });
		expect(await outcome(placed)).toMatchObject({
			...{ state: "failed", failure: "unreachable", code: null, attempts: 1 },
		});
		const { rows } = await db
			.pool("guildhall_owner")
			.query("SELECT order_state, order_error, order_code FROM cases WHERE case_id = $1", [placed.caseId]);
		expect(rows).toEqual([{ order_state: "failed", order_error: "unreachable", order_code: null }]);
		expect(guild().bans.has(member)).toBe(false);
		discord.state.faults.clear();
	});
});
