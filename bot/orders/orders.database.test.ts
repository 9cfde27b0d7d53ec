import { AuditLogEvent, PermissionFlagsBits } from "discord-api-types/v10";
import { beforeEach, describe, expect, test } from "vitest";
import { BOT, GUILD, openDesk, textChannelOf, type Wanted } from "@/bot/tests/order-desk";

const { Administrator, KickMembers, ModerateMembers } = PermissionFlagsBits;

const desk = await openDesk();
const { db, discord, outcome } = desk;
/** Somebody of the simulated crowd whose roles stand below the bot's. */
let member: string;

beforeEach(() => {
	member = [...discord.state.core.guild(GUILD).members.keys()].find(isOrdinary) ?? "";
});

function isOrdinary(userId: string): boolean {
	const guild = discord.state.core.guild(GUILD);
	return userId !== BOT && guild.members.get(userId)?.roles.length === 0 && !guild.bans.has(userId);
}

const place = (kind: string, more: Partial<Wanted> = {}) => desk.place(kind, { target: member, ...more });

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
		const channel = textChannelOf(discord);
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
		const channel = textChannelOf(discord);
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
		const channel = textChannelOf(discord);
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
