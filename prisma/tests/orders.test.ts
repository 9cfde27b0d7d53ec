import { describe, expect, test } from "vitest";
import { entered, makeAdmin, newId, syncAdmins } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();

type Wish = { kind: string; target?: string | null; channel?: string; caseId?: string; payload?: object };

const insert = `INSERT INTO discord_orders (guild_id, kind, target_id, channel_id, case_id, payload, idempotency_key)
	VALUES ($1, $2, $3, $4, $5, $6, gen_random_uuid()::text) RETURNING requested_by, state`;

/** Places an order as the dashboard does. @returns the SQLSTATE that refused it, else `null` */
async function place(token: string, wish: Wish, where = guild): Promise<string | null> {
	const { kind, target = newId(), channel = null, caseId = null, payload = {} } = wish;
	const values = [where, kind, target, channel, caseId, payload];
	try {
		await entered(db, token, guild, (client) => client.query(insert, values));
		return null;
	} catch (error) {
		return (error as { code: string }).code;
	}
}

async function makeCase(where: string, member: string): Promise<string> {
	const { rows } = await owner(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id)
		VALUES ($1, 'BAN', 'r', $2, $2) RETURNING case_id`,
		[where, member],
	);
	return (rows[0] as { case_id: string }).case_id;
}

/** A channel of the guild. */
async function makeChannel(where = guild): Promise<string> {
	const id = newId();
	await owner(
		"INSERT INTO discord_channels (guild_id, id, name, channel_type) VALUES ($1, $2, 'c', 'guild_text')",
		[where, id],
	);
	return id;
}

/** A member whose highest role stands at this position. */
async function memberWithRole(
	position: number,
	userId = newId(),
): Promise<{ userId: string; roleId: string }> {
	const roleId = newId();
	await owner("INSERT INTO discord_users (id, username) VALUES ($1, 'u') ON CONFLICT DO NOTHING", [userId]);
	await owner("INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, $2, now())", [
		guild,
		userId,
	]);
	await owner(
		"INSERT INTO discord_roles (guild_id, id, name, position, permissions) VALUES ($1, $2, 'r', $3, 0)",
		[guild, roleId, position],
	);
	await owner("INSERT INTO discord_member_roles (guild_id, user_id, role_id) VALUES ($1, $2, $3)", [
		guild,
		userId,
		roleId,
	]);
	return { userId, roleId };
}

const moderation = ["ban", "unban", "kick", "timeout", "untimeout", "warn", "message_delete"];
const management = ["role_add", "role_remove", "message_send", "message_edit", "post"];

describe("what each level may order", () => {
	test("is nothing for a helper", async () => {
		const { token } = await makeAdmin(db, guild, 2);
		for (const kind of [...moderation, ...management])
			expect([kind, await place(token, { kind })]).toEqual([kind, "42501"]);
	});

	test("is moderation for a moderator, and neither roles nor the server's own voice", async () => {
		const { token } = await makeAdmin(db, guild, 3);
		const channel = await makeChannel();
		for (const kind of moderation)
			expect([kind, await place(token, { kind, channel })]).toEqual([kind, null]);
		for (const kind of management)
			expect([kind, await place(token, { kind, channel })]).toEqual([kind, "42501"]);
	});

	test("is all of it for a manager, in their own server", async () => {
		const { userId, token } = await makeAdmin(db, guild, 5);
		await memberWithRole(50, userId);
		const { roleId } = await memberWithRole(10);
		for (const kind of ["role_add", "role_remove"])
			expect([kind, await place(token, { kind, payload: { roleId } })]).toEqual([kind, null]);
		const channel = await makeChannel();
		for (const kind of ["message_send", "message_edit", "post"])
			expect([kind, await place(token, { kind, channel })]).toEqual([kind, null]);
		for (const kind of moderation)
			expect([kind, await place(token, { kind }, other)]).toEqual([kind, "42501"]);
	});
});

describe("whom an order reaches", () => {
	test("is nobody who stands as high: oneself, the owner, an equal level", async () => {
		const moderator = await makeAdmin(db, guild, 3);
		const equal = await makeAdmin(db, guild, 3);
		const admin = await makeAdmin(db, guild, 6);
		const helper = await makeAdmin(db, guild, 2);
		for (const target of [moderator.userId, guild, equal.userId, admin.userId])
			expect(await place(moderator.token, { kind: "ban", target })).toBe("42501");
		expect(await place(moderator.token, { kind: "ban", target: helper.userId })).toBeNull();
		expect(await place(moderator.token, { kind: "unban", target: moderator.userId })).toBe("42501");
	});

	test("is nobody whose highest role is not below one's own; the owner reaches everybody", async () => {
		const moderator = await makeAdmin(db, guild, 3);
		await memberWithRole(20, moderator.userId);
		const above = await memberWithRole(21);
		const level = await memberWithRole(20);
		const below = await memberWithRole(19);
		for (const { userId } of [above, level])
			expect(await place(moderator.token, { kind: "kick", target: userId })).toBe("42501");
		expect(await place(moderator.token, { kind: "kick", target: below.userId })).toBeNull();
		const { token } = await ownerOfGuild();
		expect(await place(token, { kind: "kick", target: above.userId })).toBeNull();
	});
});

describe("where an order speaks", () => {
	test("is a channel of the same server", async () => {
		const { token } = await makeAdmin(db, guild, 5);
		const foreign = await makeChannel(other);
		for (const kind of ["message_send", "message_edit", "message_delete", "post"])
			for (const channel of [foreign, newId(), undefined])
				expect([kind, await place(token, { kind, ...(channel ? { channel } : {}) })]).toEqual([
					kind,
					"23503",
				]);
	});
});

describe("which roles can be given", () => {
	test("are those below one's own that give no level above it", async () => {
		const manager = await makeAdmin(db, guild, 5);
		await memberWithRole(30, manager.userId);
		const target = newId();
		const give = (payload: object) => place(manager.token, { kind: "role_add", target, payload });
		const [below, equal, admin] = [
			await memberWithRole(29),
			await memberWithRole(30),
			await memberWithRole(5),
		];
		await owner("UPDATE discord_roles SET permissions = 8 WHERE id = $1", [admin.roleId]);
		expect(await give({ roleId: below.roleId })).toBeNull();
		expect(await give({ roleId: equal.roleId })).toBe("42501");
		expect(await give({ roleId: admin.roleId })).toBe("42501");
		expect(await give({ roleId: guild })).toBe("42501");
		expect(await give({ roleId: newId() })).toBe("42501");
		expect(await give({})).toBe("42501");
	});
});

describe("the case of an order", () => {
	test("is one of the same server, about the same member", async () => {
		const { token } = await makeAdmin(db, guild, 3);
		const target = newId();
		const own = await makeCase(guild, target);
		const foreign = await makeCase(other, target);
		const somebodyElses = await makeCase(guild, newId());
		expect(await place(token, { kind: "ban", target, caseId: foreign })).toBe("23503");
		expect(await place(token, { kind: "ban", target, caseId: somebodyElses })).toBe("23503");
		expect(await place(token, { kind: "ban", target, caseId: own })).toBeNull();
		const { rows } = await owner("SELECT order_state FROM cases WHERE case_id = $1", [own]);
		expect(rows).toEqual([{ order_state: "pending" }]);
	});

	test("does not take a deleted message's fate for its own", async () => {
		const { token } = await makeAdmin(db, guild, 3);
		const own = await makeCase(guild, newId());
		const channel = await makeChannel();
		expect(await place(token, { kind: "message_delete", channel, caseId: own })).toBeNull();
		const { rows } = await owner("SELECT order_state FROM cases WHERE case_id = $1", [own]);
		expect(rows).toEqual([{ order_state: "none" }]);
	});
});

/** `makeGuild` makes a guild its own owner: a person of that id. */
async function ownerOfGuild(): Promise<{ token: string }> {
	const person = await makeAdmin(db, guild, 7);
	await owner("UPDATE discord_guilds SET owner_id = $2 WHERE id = $1", [guild, person.userId]);
	await syncAdmins(db, person.userId, { [guild]: 7 });
	return person;
}
