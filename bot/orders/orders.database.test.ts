import { AuditLogEvent, PermissionFlagsBits } from "discord-api-types/v10";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { endExpired } from "@/bot/orders/expiry";
import { orderPosts } from "@/bot/orders/posts";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";
import { Desk } from "./desk";

const GUILD = "902114735018344448";
const BOT = SIMULATED_CLIENT.clientId;
const { Administrator, KickMembers, ModerateMembers } = PermissionFlagsBits;

let db: TestDatabase;
let discord: Simulator;
let scope: Scope;
let desk: Desk;
/** Somebody of the simulated crowd whose roles stand below the bot's. */
let member: string;

beforeAll(async () => {
	db = await testDatabase();
	discord = await startSimulator({ port: 0 });
	await db
		.pool("guildhall_bot")
		.query("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Lantern Harbor')", [GUILD]);
	scope = await openScope(db.urls.guildhall_bot);
	const rest = restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken);
	desk = new Desk({ scope, url: db.urls.guildhall_bot, rest, log: pino({ level: "silent" }), botId: BOT });
	await desk.open();
});
afterAll(async () => {
	await desk.close();
	await scope.close();
	await discord.close();
	await db.drop();
});
beforeEach(() => {
	member = [...discord.state.core.guild(GUILD).members.keys()].find(isOrdinary) ?? "";
});

function isOrdinary(userId: string): boolean {
	const guild = discord.state.core.guild(GUILD);
	return userId !== BOT && guild.members.get(userId)?.roles.length === 0 && !guild.bans.has(userId);
}

function textChannel(): string {
	const { channels } = discord.state.core.guild(GUILD);
	return [...channels.values()].find(({ type }) => type === 0)?.id ?? "";
}

type Placed = { id: string; caseId: string | null };

async function place(
	kind: string,
	more: { target?: string; channel?: string; payload?: object; withCase?: string } = {},
): Promise<Placed> {
	const { target = member, channel = null, payload = {}, withCase } = more;
	const owner = db.pool("guildhall_owner");
	const { rows: cases } = withCase
		? await owner.query<{ case_id: string }>(
				`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, order_state)
				VALUES ($1, $2, 'Spam', $3, $4, 'pending') RETURNING case_id`,
				[GUILD, withCase, BOT, target],
			)
		: { rows: [] };
	const caseId = cases[0]?.case_id ?? null;
	const { rows } = await owner.query<{ id: string }>(
		`INSERT INTO discord_orders (guild_id, kind, target_id, payload, reason, case_id, channel_id, idempotency_key)
		VALUES ($1, $2, $3, $4, 'Spam', $5, $6, gen_random_uuid()) RETURNING id`,
		[GUILD, kind, target, payload, caseId, channel],
	);
	return { id: rows[0]?.id ?? "", caseId };
}

async function outcome({ id }: Placed) {
	return vi.waitFor(
		async () => {
			const { rows } = await db
				.pool("guildhall_owner")
				.query("SELECT state, failure, code, result, attempts FROM discord_orders WHERE id = $1", [id]);
			expect(rows[0].state).not.toBe("pending");
			return rows[0];
		},
		{ timeout: 25_000, interval: 50 },
	);
}

describe("an order", () => {
	test("to ban is carried out under the case's number, and the case knows", async () => {
		const placed = await place("ban", { withCase: "BAN" });
		expect(await outcome(placed)).toMatchObject({ state: "done", attempts: 1 });
		const guild = discord.state.core.guild(GUILD);
		const { rows } = await db
			.pool("guildhall_owner")
			.query("SELECT case_number, order_state FROM cases WHERE case_id = $1", [placed.caseId]);
		expect(rows[0].order_state).toBe("done");
		expect(guild.bans.get(member)?.reason).toBe(`Case #${rows[0].case_number}: Spam`);
	});

	test("to time out, to take it back, to give and take a role, to kick", async () => {
		const guild = discord.state.core.guild(GUILD);
		const until = new Date(Date.now() + 3_600_000).toISOString();
		expect(await outcome(await place("timeout", { payload: { until } }))).toMatchObject({ state: "done" });
		expect(Date.parse(guild.members.get(member)?.communication_disabled_until ?? "")).toBe(Date.parse(until));
		expect(await outcome(await place("untimeout"))).toMatchObject({ state: "done" });
		expect(guild.members.get(member)?.communication_disabled_until).toBeNull();
		const roleId = [...guild.roles.values()].find(({ id, position, managed }) => {
			return id !== GUILD && !managed && position === 1;
		})?.id;
		const payload = { roleId };
		expect(await outcome(await place("role_add", { payload }))).toMatchObject({ state: "done" });
		expect(guild.members.get(member)?.roles).toEqual([roleId]);
		expect(await outcome(await place("role_remove", { payload }))).toMatchObject({ state: "done" });
		expect(guild.members.get(member)?.roles).toEqual([]);
		expect(await outcome(await place("kick"))).toMatchObject({ state: "done" });
		expect(guild.members.has(member)).toBe(false);
	});

	test("is tried again when Discord stumbles, and then done once", async () => {
		discord.state.turn({ kind: "fail", path: `/api/v10/guilds/${GUILD}/bans/*`, status: 502, times: 5 });
		expect(await outcome(await place("ban"))).toMatchObject({ state: "done" });
		expect(discord.state.core.guild(GUILD).bans.has(member)).toBe(true);
	});

	test("that Discord refuses is not tried again, and says why in words a moderator knows", async () => {
		expect(await outcome(await place("unban"))).toMatchObject({
			state: "failed",
			failure: "not_banned",
			code: 10_026,
			attempts: 1,
		});
		discord.state.turn({ kind: "permissions", guildId: GUILD, userId: BOT, permissions: "0" });
		const refused = await outcome(await place("kick"));
		expect(refused).toMatchObject({ state: "failed", failure: "missing_permission", code: 50_013 });
		expect(refused.result).toEqual({ permission: "KICK_MEMBERS" });
		discord.state.turn({ kind: "permissions", guildId: GUILD, userId: BOT, permissions: null });
	});

	test("that Discord refuses although the bot may do it is not put down to a permission", async () => {
		const [above, below] = [8n, 9n].map((offset) => String(BigInt(GUILD) + offset));
		const pool = db.pool("guildhall_bot");
		await pool.query(
			"INSERT INTO discord_users (id, username) VALUES ($1, 'bot'), ($2, 'admin') ON CONFLICT DO NOTHING",
			[BOT, member],
		);
		await pool.query(
			`INSERT INTO discord_roles (id, guild_id, name, position, permissions)
			VALUES ($2, $1, 'Bot', 9, $4), ($3, $1, 'Admin', 5, $5)`,
			[GUILD, above, below, String(ModerateMembers | KickMembers), String(Administrator)],
		);
		await pool.query(
			"INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, $2, now()), ($1, $3, now()) ON CONFLICT DO NOTHING",
			[GUILD, BOT, member],
		);
		await pool.query(
			"INSERT INTO discord_member_roles (guild_id, user_id, role_id) VALUES ($1, $2, $4), ($1, $3, $5)",
			[GUILD, BOT, member, above, below],
		);
		const permit = (userId: string, permissions: string | null) =>
			discord.state.turn({ kind: "permissions", guildId: GUILD, userId, permissions });
		permit(member, String(Administrator));
		const until = new Date(Date.now() + 3_600_000).toISOString();
		expect(await outcome(await place("timeout", { payload: { until } }))).toMatchObject({
			...{ state: "failed", failure: "is_administrator", code: 50_013 },
		});
		permit(member, null);
		permit(BOT, "0");
		expect(await outcome(await place("kick"))).toMatchObject({ failure: "refused", result: null });
		permit(BOT, null);
		await pool.query("DELETE FROM discord_roles WHERE id = ANY ($1)", [[above, below]]);
	});

	test("to warn stands, although the member reads no direct messages", async () => {
		discord.state.turn({ kind: "dm_closed", userId: member, closed: true });
		const found = await outcome(await place("warn", { payload: { content: "Please stop." } }));
		expect(found).toMatchObject({ state: "done", result: { delivered: false } });
	});

	test("to warn reaches a member, and to write in a channel and to change that is seen there", async () => {
		discord.state.turn({ kind: "dm_closed", userId: member, closed: false });
		const payload = { content: "Please stop." };
		const warned = await outcome(await place("warn", { payload }));
		expect(warned).toMatchObject({ state: "done", result: { messageId: expect.stringMatching(/^\d+$/) } });
		const { messageId, channelId } = warned.result;
		expect(discord.state.messages.get(channelId, messageId).fields.content).toBe("Please stop.");
		const channel = textChannel();
		const written = await outcome(
			await place("message_send", { channel, payload: { content: "Read this" } }),
		);
		const { messageId: target } = written.result;
		const said = () => discord.state.messages.get(channel, target).fields.content;
		expect(said()).toBe("Read this");
		const edit = { channel, target, payload: { content: "Read this first" } };
		expect(await outcome(await place("message_edit", edit))).toMatchObject({ state: "done" });
		expect(said()).toBe("Read this first");
	});

	test("to delete a message says in Discord's log why", async () => {
		const guild = discord.state.core.guild(GUILD);
		const channel = textChannel();
		const message = { authorId: member, content: "Buy gold" };
		const { id: target } = discord.state.messages.create(channel, message).fields;
		expect(await outcome(await place("message_delete", { target, channel }))).toMatchObject({
			state: "done",
		});
		const entry = guild.audit.findLast(({ action_type }) => action_type === AuditLogEvent.MessageDelete);
		expect(entry).toMatchObject({ target_id: member, reason: "Spam", user_id: BOT });
	});

	test("to delete a message that Discord no longer has is done, and the message is no longer shown", async () => {
		const gone = "1040262918204759999";
		const channel = textChannel();
		await db.pool("guildhall_bot").query(
			`WITH c AS (INSERT INTO discord_channels (id, guild_id, channel_type) VALUES ($2, $1, 'guild_text')),
				u AS (INSERT INTO discord_users (id, username) VALUES ($2, 'somebody'))
			INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp) VALUES ($3, $1, $2, $2, now())`,
			[GUILD, channel, gone],
		);
		const found = await outcome(await place("message_delete", { target: gone, channel }));
		expect(found).toMatchObject({ state: "done", result: { gone: true } });
		const { rows } = await db
			.pool("guildhall_owner")
			.query("SELECT deleted_at FROM discord_messages WHERE id = $1", [gone]);
		expect(rows[0].deleted_at).not.toBeNull();
	});

	test("whose content no kind understands fails, and keeps nobody", async () => {
		expect(await outcome(await place("timeout", { payload: { until: "soon" } }))).toMatchObject({
			state: "failed",
			failure: "invalid",
		});
	});
});

test("a temporary ban that has expired is lifted and its case closed", async () => {
	const placed = await place("ban", { withCase: "TEMPBAN" });
	await outcome(placed);
	await db
		.pool("guildhall_owner")
		.query("UPDATE cases SET case_expires_at = now() WHERE case_id = $1", [placed.caseId]);
	expect(await endExpired(scope)).toBe(1);
	expect(await endExpired(scope)).toBe(0);
	await vi.waitFor(() => expect(discord.state.core.guild(GUILD).bans.has(member)).toBe(false), {
		timeout: 10_000,
	});
	await vi.waitFor(
		async () => {
			await endExpired(scope);
			const { rows } = await db
				.pool("guildhall_owner")
				.query("SELECT case_status FROM cases WHERE case_id = $1", [placed.caseId]);
			expect(rows[0].case_status).toBe(false);
		},
		{ timeout: 10_000 },
	);
});

describe("a scheduled post", () => {
	/** @param due SQL of its time @returns its id */
	async function schedule(due: string, content: string, channel: string): Promise<number> {
		const { rows } = await db.pool("guildhall_owner").query<{ id: number }>(
			`WITH c AS (INSERT INTO discord_channels (id, guild_id, channel_type) VALUES ($2, $1, 'guild_text') ON CONFLICT DO NOTHING)
			INSERT INTO discord_narrative_posts (guild_id, channel_id, act_number, content, embed_config, components_config,
				scheduled_for, status)
			VALUES ($1, $2, 1, $3, '{"title": "Prompt"}', '[{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]',
				${due}, 'scheduled') RETURNING id`,
			[GUILD, channel, content],
		);
		return rows[0]?.id ?? 0;
	}
	const textChannel = () =>
		[...discord.state.core.guild(GUILD).channels.values()].find(({ type }) => type === 0)?.id ?? "";
	const read = async (id: number) =>
		(
			await db
				.pool("guildhall_owner")
				.query(
					"SELECT status, message_id::text, posted_at, error_message FROM discord_narrative_posts WHERE id = $1",
					[id],
				)
		).rows[0];

	test("is sent once when its time has come, and says where it is", async () => {
		const channel = textChannel();
		const due = await schedule("now()", "The prompt of the week", channel);
		const later = await schedule("now() + interval '1 hour'", "Not yet", channel);
		expect(await orderPosts(scope)).toBe(1);
		expect(await orderPosts(scope)).toBe(0);
		await vi.waitFor(async () => expect((await read(due)).status).toBe("posted"), { timeout: 10_000 });
		const { message_id, posted_at } = await read(due);
		expect(posted_at).not.toBeNull();
		const sent = discord.state.messages.get(channel, message_id).fields;
		expect(sent.content).toBe("The prompt of the week");
		expect((await read(later)).status).toBe("scheduled");
	});

	test("that Discord refuses says so, and one that was missed by a day is left out", async () => {
		const refused = await schedule("now()", "x", "1040262918204750001");
		const missed = await schedule("now() - interval '25 hours'", "Old news", textChannel());
		expect(await orderPosts(scope)).toBe(1);
		await vi.waitFor(async () => expect((await read(refused)).status).toBe("failed"), { timeout: 10_000 });
		expect((await read(refused)).error_message).toBe("unknown_channel (10003)");
		expect(await read(missed)).toMatchObject({ status: "failed", message_id: null, posted_at: null });
	});
});
