import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import { type Simulator, startSimulator } from "../server";
import type { Dispatch } from "../state/stream";
import { botClient } from "./bot";

const harbor = "902114735018344448";
const stranger = "100000000000000000";

let simulator: Simulator;
let bot: ReturnType<typeof botClient>;
let seen: Dispatch[] = [];
let channelId = "";

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, rateLimit: { limit: 1_000, windowMs: 1_000 } });
	bot = botClient(simulator);
	simulator.state.core.stream.listen((dispatch) => seen.push(structuredClone(dispatch)));
});
beforeEach(() => {
	simulator.state.turn({ kind: "reset" });
	channelId = simulator.state.world.guilds[0]?.channels.find(({ key }) => key === "general")?.id ?? "";
	seen = [];
});
afterAll(() => simulator.close());

const { member, owner, moderator, admin } = {
	member: personId("member"),
	owner: personId("owner"),
	moderator: personId("moderator"),
	admin: personId("admin"),
};
const names = () => seen.map(({ name }) => name);
const takeFromBot = (...lost: bigint[]) => {
	const { state } = simulator;
	const guild = state.core.guild(harbor);
	const held = lost.reduce((sum, bit) => sum & ~bit, BigInt(state.permissions(guild, state.botId)));
	state.turn({ kind: "permissions", guildId: harbor, userId: state.botId, permissions: held.toString() });
};
const roleId = (key: string) =>
	simulator.state.world.guilds[0]?.roles.find((role) => role.key === key)?.id ?? "";

describe("bans", () => {
	const path = (userId: string) => `/guilds/${harbor}/bans/${userId}`;

	it("come back as events with the reason in the audit log, and end", async () => {
		expect(await bot("PUT", path(member), {}, "Fall 12: Werbung ⚓")).toMatchObject({ status: 204 });
		expect(names()).toEqual(["GUILD_BAN_ADD", "GUILD_MEMBER_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"]);
		expect(seen[2]?.data).toMatchObject({
			action_type: 22,
			user_id: simulator.state.botId,
			target_id: member,
			reason: "Fall 12: Werbung ⚓",
			guild_id: harbor,
		});
		expect((await bot("GET", path(member))).body).toMatchObject({ reason: "Fall 12: Werbung ⚓" });
		const page = (await bot("GET", `/guilds/${harbor}/bans?limit=1`)).body;
		expect(page).toMatchObject([{ user: { id: member } }]);
		expect(await bot("DELETE", path(member))).toMatchObject({ status: 204 });
		expect(names().slice(3)).toEqual(["GUILD_BAN_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"]);
		expect(await bot("DELETE", path(member))).toMatchObject({ status: 404, body: { code: 10026 } });
	});

	it("take back what was written lately", async () => {
		const { messages } = simulator.state;
		const written = messages.create(channelId, { authorId: member, content: "buy this" }).fields.id;
		messages.create(channelId, { authorId: owner, content: "no" });
		await bot("PUT", path(member), { delete_message_seconds: 3600 });
		expect(seen.at(-1)).toMatchObject({ name: "MESSAGE_DELETE_BULK", data: { ids: [written] } });
		expect(messages.list(channelId)).toHaveLength(1);
	});

	it.each([
		["the owner", () => owner, 403, 50013],
		["somebody above the bot", () => admin, 403, 50013],
		["nobody", () => stranger, 404, 10013],
	])("are refused for %s", async (_, target, status, code) => {
		expect(await bot("PUT", path(target()))).toMatchObject({ status, body: { code } });
		expect(seen).toEqual([]);
	});

	it("need the permission and a form that makes sense", async () => {
		expect(await bot("PUT", path(member), { delete_message_seconds: -1 })).toMatchObject({
			status: 400,
			body: {
				code: 50035,
				errors: { delete_message_seconds: { _errors: [{ code: "BASE_TYPE_MIN_LENGTH" }] } },
			},
		});
		takeFromBot(4n);
		expect(await bot("PUT", path(member))).toMatchObject({ status: 403, body: { code: 50013 } });
	});
});

describe("members", () => {
	const path = (userId: string) => `/guilds/${harbor}/members/${userId}`;

	it("are kicked", async () => {
		expect(await bot("DELETE", path(member), undefined, "out")).toMatchObject({ status: 204 });
		expect(names()).toEqual(["GUILD_MEMBER_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"]);
		expect(seen[1]?.data).toMatchObject({ action_type: 20, target_id: member, reason: "out" });
		expect(await bot("DELETE", path(member))).toMatchObject({ status: 404, body: { code: 10007 } });
	});

	it("are timed out for 28 days at most, administrators not at all", async () => {
		const until = new Date(Date.now() + 3_600_000).toISOString();
		const answer = await bot("PATCH", path(member), { communication_disabled_until: until });
		expect(answer.body).toMatchObject({ communication_disabled_until: until.replace("Z", "000+00:00") });
		expect(seen[1]?.data).toMatchObject({
			action_type: 24,
			changes: [{ key: "communication_disabled_until" }],
		});
		const late = new Date(Date.now() + 29 * 86_400_000).toISOString();
		expect(await bot("PATCH", path(member), { communication_disabled_until: late })).toMatchObject({
			body: { code: 50035 },
		});
		expect(await bot("PATCH", path(admin), { communication_disabled_until: until })).toMatchObject({
			body: { code: 50013 },
		});
	});

	it("get and lose roles below the bot's own", async () => {
		const role = (id: string) => `${path(member)}/roles/${id}`;
		expect(await bot("PUT", role(roleId("regular")), undefined, "earned")).toMatchObject({ status: 204 });
		expect(seen[1]?.data).toMatchObject({
			action_type: 25,
			changes: [{ key: "$add", new_value: [{ id: roleId("regular"), name: "Regular" }] }],
		});
		expect(await bot("DELETE", role(roleId("regular")))).toMatchObject({ status: 204 });
		expect(await bot("PUT", role(roleId("admin")))).toMatchObject({ body: { code: 50013 } });
		expect(await bot("PUT", role(stranger))).toMatchObject({ body: { code: 10011 } });
	});

	it("are renamed; muted only where they speak", async () => {
		expect((await bot("PATCH", path(moderator), { nick: "Quiet" })).body).toMatchObject({ nick: "Quiet" });
		expect(await bot("PATCH", path(member), { mute: true })).toMatchObject({ body: { code: 40032 } });
		const voice = simulator.state.world.guilds[0]?.channels.find(({ key }) => key === "lounge")?.id ?? "";
		simulator.state.voice.set(harbor, member, voice);
		expect((await bot("PATCH", path(member), { mute: true })).body).toMatchObject({ mute: true });
		expect(names()).toContain("VOICE_STATE_UPDATE");
	});
});

describe("direct messages", () => {
	it("arrive, unless somebody takes none", async () => {
		const { body } = await bot("POST", "/users/@me/channels", { recipient_id: member });
		const { id } = body as { id: string };
		expect(await bot("POST", `/channels/${id}/messages`, { content: "A warning." })).toMatchObject({
			status: 200,
			body: { content: "A warning.", channel_id: id },
		});
		simulator.state.turn({ kind: "dm_closed", userId: member, closed: true });
		expect(await bot("POST", `/channels/${id}/messages`, { content: "Again." })).toMatchObject({
			status: 403,
			body: { code: 50007 },
		});
	});
});

describe("messages", () => {
	const path = () => `/channels/${channelId}/messages`;

	it("are sent, edited, read page by page and deleted", async () => {
		const ids: string[] = [];
		for (const content of ["one", "two", "three", "four"]) {
			ids.push(((await bot("POST", path(), { content })).body as { id: string }).id);
		}
		const [first = "", second = "", third = ""] = ids;
		expect((await bot("PATCH", `${path()}/${first}`, { content: "uno" })).body).toMatchObject({
			content: "uno",
			edited_timestamp: expect.any(String),
		});
		const contents = async (query: string) =>
			((await bot("GET", `${path()}?${query}`)).body as { content: string }[]).map(({ content }) => content);
		expect(await contents("limit=2")).toEqual(["four", "three"]);
		expect(await contents(`before=${third}`)).toEqual(["two", "uno"]);
		expect(await contents(`after=${first}&limit=2`)).toEqual(["three", "two"]);
		expect(await contents(`around=${second}&limit=3`)).toEqual(["three", "two", "uno"]);
		expect(await bot("DELETE", `${path()}/${first}`)).toMatchObject({ status: 204 });
		expect(await bot("DELETE", `${path()}/${first}`)).toMatchObject({ status: 404, body: { code: 10008 } });
		await bot("POST", `${path()}/bulk-delete`, { messages: [second, third] });
		expect(names().slice(-2)).toEqual(["MESSAGE_DELETE_BULK", "GUILD_AUDIT_LOG_ENTRY_CREATE"]);
		expect(await contents("limit=9")).toEqual(["four"]);
	});

	it("are sent once for one nonce, and bring files along", async () => {
		const once = { content: "once", nonce: "case-7", enforce_nonce: true };
		const [one, two] = [await bot("POST", path(), once), await bot("POST", path(), once)];
		expect(one.body).toMatchObject({ id: (two.body as { id: string }).id, nonce: "case-7" });
		const form = new FormData();
		form.append("payload_json", JSON.stringify({ content: "a file" }));
		form.append("files[0]", new Blob(["text"], { type: "text/plain" }), "notes.txt");
		expect((await bot("POST", path(), form)).body).toMatchObject({
			content: "a file",
			attachments: [{ filename: "notes.txt", size: 4, content_type: "text/plain" }],
		});
	});

	it("are refused when empty, too long, somebody else's or out of sight", async () => {
		expect(await bot("POST", path(), {})).toMatchObject({ body: { code: 50006 } });
		expect(await bot("POST", path(), { content: "a".repeat(2001) })).toMatchObject({
			body: { code: 50035, errors: { content: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH" }] } } },
		});
		const { id } = simulator.state.messages.create(channelId, { authorId: member, content: "mine" }).fields;
		expect(await bot("PATCH", `${path()}/${id}`, { content: "yours" })).toMatchObject({
			body: { code: 50005 },
		});
		expect(await bot("POST", `/channels/${stranger}/messages`, { content: "x" })).toMatchObject({
			body: { code: 10003 },
		});
		takeFromBot(8192n);
		expect(await bot("DELETE", `${path()}/${id}`)).toMatchObject({ body: { code: 50013 } });
		takeFromBot(1024n);
		expect(await bot("POST", path(), { content: "x" })).toMatchObject({ body: { code: 50001 } });
	});

	it("get reactions", async () => {
		const { id } = simulator.state.messages.create(channelId, { authorId: member, content: "nice" }).fields;
		const reactions = `${path()}/${id}/reactions`;
		expect(await bot("PUT", `${reactions}/${encodeURIComponent("⚓")}/@me`)).toMatchObject({ status: 204 });
		expect((await bot("GET", `${path()}/${id}`)).body).toMatchObject({
			reactions: [{ emoji: { id: null, name: "⚓" }, count: 1, me: true }],
		});
		expect(await bot("DELETE", `${reactions}/${encodeURIComponent("⚓")}/@me`)).toMatchObject({
			status: 204,
		});
		simulator.state.reactions.add(channelId, id, member, { id: "5", name: "thonk" });
		expect(await bot("DELETE", `${reactions}/thonk:5/${member}`)).toMatchObject({ status: 204 });
		expect(await bot("DELETE", reactions)).toMatchObject({ status: 204 });
		expect(names().filter((name) => name.startsWith("MESSAGE_REACTION"))).toEqual([
			"MESSAGE_REACTION_ADD",
			"MESSAGE_REACTION_REMOVE",
			"MESSAGE_REACTION_ADD",
			"MESSAGE_REACTION_REMOVE",
			"MESSAGE_REACTION_REMOVE_ALL",
		]);
	});
});

it("shows the audit log by page, person and action", async () => {
	const by = { userId: moderator, reason: "spam" };
	for (const nick of ["a", "b", "c"]) simulator.state.members.update(harbor, member, { nick }, by);
	await bot("DELETE", `/guilds/${harbor}/members/${member}`);
	type Log = { audit_log_entries: { id: string; user_id: string; action_type: number }[]; users: unknown[] };
	const log = async (query: string) =>
		(await bot("GET", `/guilds/${harbor}/audit-logs?${query}`)).body as Log;
	const all = (await log("")).audit_log_entries;
	expect(all.map(({ action_type }) => action_type)).toEqual([20, 24, 24, 24]);
	expect((await log(`before=${all[1]?.id}&limit=1`)).audit_log_entries).toEqual([all[2]]);
	expect((await log(`after=${all[3]?.id}&limit=1`)).audit_log_entries).toEqual([all[2]]);
	expect((await log(`user_id=${moderator}`)).audit_log_entries).toHaveLength(3);
	expect((await log("action_type=20")).users).toHaveLength(2);
});

it("takes the bot's answer to a command", async () => {
	const command = { id: stranger, name: "rank", type: 1 } as const;
	const { id, token } = simulator.state.interactions.command({ channelId, userId: member, command });
	const answer = { type: 4, data: { content: "Level 7" } };
	expect(await bot("POST", `/interactions/${id}/${token}/callback`, answer)).toMatchObject({ status: 204 });
	expect(seen.map(({ name }) => name)).toEqual(["INTERACTION_CREATE", "MESSAGE_CREATE"]);
	expect(seen[1]?.data).toMatchObject({
		content: "Level 7",
		interaction_metadata: { id, user: { id: member } },
	});
	expect(await bot("POST", `/interactions/${id}/wrong/callback`, answer)).toMatchObject({
		body: { code: 10062 },
	});
});
