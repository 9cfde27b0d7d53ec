import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BOT, personId } from "@/prisma/seed/world/people";
import { database, guilds, login } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.medium.id;
const base = `/api/v1/guilds/${guild}`;

type Case = {
	caseNumber: number;
	status: string;
	type: { code: string | null };
	member: { id: string };
	moderator: { id: string };
	roles: { id: string }[];
	order: { state: string; error: string | null };
	events: { kind: string }[];
};
type Order = { id: string; kind: string; state: string; caseNumber: number | null; roleId: string | null };

const post = (path: string, session: string, body: object) =>
	call(base + path, { method: "POST", session, body });

const wish = (more: object) => ({ type: "WARN", reason: "Spam", idempotencyKey: randomUUID(), ...more });

/** Members without a role that counts, each asked for once: nobody is moderated by two tests. */
const spare = database<{ id: string }>(
	`SELECT m.user_id::text AS id FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
	WHERE m.guild_id = $1 AND m.left_at IS NULL AND NOT u.bot AND m.communication_disabled_until IS NULL
		AND NOT EXISTS (SELECT FROM discord_member_roles r WHERE r.guild_id = m.guild_id AND r.user_id = m.user_id)
		AND NOT EXISTS (SELECT FROM server_admins a WHERE a.server_id = m.guild_id AND a.user_id = m.user_id)
	ORDER BY md5(m.user_id::text) LIMIT 40`,
	[guild],
);
let taken = 0;
async function somebody(): Promise<string> {
	const found = (await spare)[taken++];
	if (found === undefined) throw new Error("the demo has too few members without roles");
	return found.id;
}

async function open(session: string, more: object): Promise<Case> {
	const response = await post("/cases", session, wish(more));
	expect(response.status, await response.clone().text()).toBe(200);
	return (await response.json()) as Case;
}

/** What a refused request says: its code, and what is wrong with which field. */
async function refusal(response: Response): Promise<string[]> {
	const problem = (await problemOf(response)) as {
		code: string;
		errors?: { path: string; message: string }[];
	};
	return [problem.code, ...(problem.errors ?? []).flatMap(({ path, message }) => [path, message])];
}

/** Waits until the worker has answered. */
const settled = (caseNumber: number, session: string) =>
	expect.poll(
		async () => {
			const response = await call(`${base}/cases/${caseNumber}`, { session });
			return ((await response.json()) as Case).order;
		},
		{ timeout: 20_000, interval: 100 },
	);

describe("a case with its order", () => {
	it("is in the list, pending or done, and in the change log, as one case", async () => {
		const session = await login("moderator");
		const member = await somebody();
		const opened = await open(session, { type: "TIMEOUT", member, duration: 3600 });
		expect(opened).toMatchObject({ type: { code: "TIMEOUT" }, status: "open", member: { id: member } });
		await settled(opened.caseNumber, session).toMatchObject({ state: "done", error: null });
		const changes = await database<{ what: string }>(
			`SELECT table_name AS what FROM dashboard_changes
			WHERE guild_id = $1 AND (after ->> 'case_number' = $2 OR after ->> 'reason' = 'Spam' AND after ->> 'target_id' = $3)`,
			[guild, String(opened.caseNumber), member],
		);
		expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(["cases", "discord_orders"]));
		const cases = await database<{ audit: string | null }>(
			"SELECT audit_log_entry_id::text AS audit FROM cases WHERE guild_id = $1 AND case_user_id = $2 AND created_at > now() - interval '5 minutes'",
			[guild, member],
		);
		expect(cases).toHaveLength(1);
	});

	it("is the same when the request is sent twice, at once or one after the other", async () => {
		const session = await login("moderator");
		const body = wish({ member: await somebody(), message: "Please stop" });
		const answers = await Promise.all([post("/cases", session, body), post("/cases", session, body)]);
		answers.push(await post("/cases", session, body));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		const cases = (await Promise.all(answers.map((answer) => answer.json()))) as Case[];
		expect(new Set(cases.map(({ caseNumber }) => caseNumber)).size).toBe(1);
		const other = await post("/cases", await login("admin"), body);
		expect((await problemOf(other)).code).toBe("already_exists");
	});

	it("keeps the roles of that moment", async () => {
		const session = await login("owner");
		const [holder] = await database<{ id: string; roles: string[] }>(
			`SELECT user_id::text AS id, array_agg(role_id::text ORDER BY role_id) AS roles
			FROM discord_member_roles WHERE guild_id = $1 AND user_id <> $2
			GROUP BY user_id HAVING count(*) = 2 ORDER BY user_id DESC LIMIT 1`,
			[guild, guilds.medium.ownerId],
		);
		const { roles, order } = await open(session, { member: holder?.id });
		expect(new Set(roles.map(({ id }) => id))).toEqual(new Set(holder?.roles));
		expect(order.state).toBe("none");
	});

	it("bans somebody who never was there, by id", async () => {
		const session = await login("admin");
		const stranger = "900100200300400500";
		const opened = await open(session, { type: "BAN", member: stranger });
		expect(opened.type.code).toBe("HACKBAN");
		await settled(opened.caseNumber, session).toMatchObject({ state: "failed", error: "unknown_user" });
		const key = randomUUID();
		const again = await post(`/cases/${opened.caseNumber}/orders`, session, { idempotencyKey: key });
		expect(((await again.json()) as Case).order.state).toBe("pending");
		const same = await post(`/cases/${opened.caseNumber}/orders`, session, { idempotencyKey: key });
		expect(same.status).toBe(200);
		await settled(opened.caseNumber, session).toMatchObject({ state: "failed" });
		const list = await call(`${base}/orders?case=${opened.caseNumber}`, { session });
		const { items } = (await list.json()) as { items: Order[] };
		expect(items.map(({ kind, state }) => [kind, state])).toEqual([
			["ban", "failed"],
			["ban", "failed"],
		]);
	});

	it("is not ordered again while nothing failed", async () => {
		const session = await login("moderator");
		const opened = await open(session, { member: await somebody() });
		const body = { idempotencyKey: randomUUID() };
		const response = await post(`/cases/${opened.caseNumber}/orders`, session, body);
		expect(await refusal(response)).toEqual(["conflict"]);
	});

	it("can be of the server's own type, and of no other server's", async () => {
		const session = await login("moderator");
		const types = await database<{ guild: string; id: string }>(
			"SELECT guild_id::text AS guild, id::text FROM custom_case_types WHERE NOT is_deleted AND NOT requires_duration",
		);
		const own = types.find((type) => type.guild === guild);
		const member = await somebody();
		if (own) expect((await open(session, { member, type: `custom:${own.id}` })).order.state).toBe("none");
		const unheard = await post("/cases", session, wish({ member, type: "custom:999999" }));
		expect(await refusal(unheard)).toEqual(["invalid_input", "type", "The server has no such type."]);
	});
});

describe("whom a moderator cannot reach", () => {
	it.each([
		["moderator", "self"],
		["owner", "owner"],
		["admin", "level"],
	] as const)("is the %s: %s", async (person, why) => {
		const session = await login("moderator");
		const member = personId(person);
		for (const type of ["BAN", "KICK", "WARN"])
			expect(await refusal(await post("/cases", session, wish({ type, member })))).toEqual([
				"out_of_reach",
				"member",
				why,
			]);
	});

	it("is the bot itself, and for a kick whoever is not there", async () => {
		const session = await login("moderator");
		const [bot] = await database<{ id: string }>(
			"SELECT u.id::text FROM discord_users u WHERE u.username = 'wharfinger'",
		);
		expect(await refusal(await post("/cases", session, wish({ type: "KICK", member: bot?.id })))).toEqual([
			"out_of_reach",
			"member",
			"bot",
		]);
		const gone = await post("/cases", session, wish({ type: "KICK", member: "900100200300400501" }));
		expect(await refusal(gone)).toEqual(["out_of_reach", "member", "notMember"]);
	});
});

describe("roles", () => {
	it("are given and taken below one's own highest one", async () => {
		const session = await login("owner");
		const member = await somebody();
		const [role] = await database<{ id: string }>(
			"SELECT id::text FROM discord_roles WHERE guild_id = $1 AND name = 'Programmer'",
			[guild],
		);
		const body = { roleId: role?.id, held: true, idempotencyKey: randomUUID() };
		const response = await post(`/members/${member}/roles`, session, body);
		expect(await response.json()).toMatchObject({ kind: "role_add", state: "pending", roleId: role?.id });
		await expect
			.poll(
				() =>
					database("SELECT FROM discord_member_roles WHERE guild_id = $1 AND user_id = $2 AND role_id = $3", [
						guild,
						member,
						role?.id,
					]),
				{ timeout: 20_000, interval: 100 },
			)
			.toHaveLength(1);
	});

	it("that Discord manages, of another server, or of everyone, are refused", async () => {
		const session = await login("owner");
		const member = await somebody();
		const [managed] = await database<{ id: string }>(
			"SELECT id::text FROM discord_roles WHERE guild_id = $1 AND managed LIMIT 1",
			[guild],
		);
		const foreign = guilds.small.roles[1]?.id;
		for (const [roleId, why] of [
			[managed?.id, "roleManaged"],
			[guild, "roleManaged"],
			[foreign, "roleUnknown"],
		]) {
			const body = { roleId, held: true, idempotencyKey: randomUUID() };
			expect(await refusal(await post(`/members/${member}/roles`, session, body))).toEqual([
				"out_of_reach",
				"roleId",
				why,
			]);
		}
	});
});

describe("messages", () => {
	it("are sent by a manager to a channel of the server that takes messages", async () => {
		const manager = await visitor({ levels: { [guild]: 5 } });
		const channels = await database<{ id: string; type: string }>(
			"SELECT id::text, channel_type AS type FROM discord_channels WHERE guild_id = $1 ORDER BY id",
			[guild],
		);
		const of = (type: string) => channels.find((channel) => channel.type === type)?.id;
		const send = (channel: string | undefined) =>
			post(`/channels/${channel}/messages`, manager.token, {
				content: "Hello",
				idempotencyKey: randomUUID(),
			});
		expect(await (await send(of("guild_text"))).json()).toMatchObject({ kind: "message_send" });
		expect((await send(of("guild_category"))).status).toBe(404);
		expect((await send(guilds.small.channels[0]?.id)).status).toBe(404);
	});

	it("are changed by a manager where the bot wrote them, and no others", async () => {
		const manager = await visitor({ levels: { [guild]: 5 } });
		const newest = (whose: string) =>
			database<{ id: string }>(
				`SELECT id::text FROM discord_messages
				WHERE guild_id = $1 AND deleted_at IS NULL AND author_id ${whose} $2 ORDER BY id DESC LIMIT 1`,
				[guild, BOT.id],
			);
		const [[own], [others]] = [await newest("="), await newest("<>")];
		const edit = (id: string | undefined, session: string) =>
			call(`${base}/messages/${id}`, {
				...{ method: "PATCH", session },
				body: { content: "Corrected", idempotencyKey: randomUUID() },
			});
		expect(await (await edit(own?.id, manager.token)).json()).toMatchObject({
			...{ kind: "message_edit", messageId: own?.id },
		});
		expect((await edit(others?.id, manager.token)).status).toBe(404);
		expect((await edit(own?.id, await login("moderator"))).status).toBe(403);
	});

	it("are deleted by a moderator, with a case of their author only", async () => {
		const session = await login("moderator");
		const [message] = await database<{ id: string; author: string }>(
			"SELECT id::text, author_id::text AS author FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NULL ORDER BY id LIMIT 1",
			[guild],
		);
		const [foreign] = await database<{ number: number }>(
			"SELECT case_number AS number FROM cases WHERE guild_id = $1 AND case_user_id <> $2 LIMIT 1",
			[guild, message?.author],
		);
		const wrong = { idempotencyKey: randomUUID(), caseNumber: foreign?.number };
		expect((await refusal(await post(`/messages/${message?.id}/deletion`, session, wrong)))[0]).toBe(
			"invalid_input",
		);
		const body = { idempotencyKey: randomUUID() };
		const response = await post(`/messages/${message?.id}/deletion`, session, body);
		expect(await response.json()).toMatchObject({ kind: "message_delete", messageId: message?.id });
	});
});
