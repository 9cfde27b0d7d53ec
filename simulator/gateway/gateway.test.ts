import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "../server";
import { GatewayClient } from "./client";
import { knownIntents } from "./intents";

const harbor = "902114735018344448";
const trail = "1040262918204751892";

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, gateway: { bufferSize: 100 } });
});
beforeEach(() => {
	simulator.state.turn({ kind: "invalid_session", resumable: false });
	simulator.state.turn({ kind: "reset" });
});
afterAll(() => simulator.close());

const connect = () => GatewayClient.connect(simulator.state.gateway.url);
const identify = async (settings: object = {}) => {
	const client = await connect();
	client.send(GatewayOpcodes.Identify, {
		token: SIMULATED_CLIENT.botToken,
		intents: knownIntents,
		...settings,
	});
	return client;
};
const ready = async (settings: object = {}) => {
	const client = await identify(settings);
	const { d } = await client.dispatch("READY");
	return { client, session: d as { session_id: string; guilds: { id: string }[] } };
};
const resume = async (sessionId: string, seq: number, token: string = SIMULATED_CLIENT.botToken) => {
	const client = await connect();
	client.send(GatewayOpcodes.Resume, { token, session_id: sessionId, seq });
	return client;
};

describe("a session", () => {
	it("is greeted, made ready and told every guild", async () => {
		const client = await connect();
		expect(await client.next(({ op }) => op === GatewayOpcodes.Hello)).toMatchObject({
			d: { heartbeat_interval: 41_250 },
		});
		client.send(GatewayOpcodes.Identify, { token: SIMULATED_CLIENT.botToken, intents: knownIntents });
		const first = await client.dispatch("READY");
		expect(first).toMatchObject({ s: 1, d: { v: 10, user: { bot: true }, shard: [0, 1] } });
		const guild = await client.dispatch("GUILD_CREATE");
		expect(guild.d).toMatchObject({ id: harbor, large: true, member_count: 5000, unavailable: false });
		const { members } = guild.d as { members: { user: { id: string } }[] };
		expect(members.length).toBeLessThan(1000);
		expect(members.map(({ user }) => user.id)).toContain(personId("owner"));
		expect(await client.dispatch("GUILD_CREATE")).toMatchObject({ s: 3, d: { id: trail, large: false } });
		client.close();
	});

	it("holds the guilds of its shard only", async () => {
		const seen = await Promise.all([0, 1, 2].map((id) => ready({ shard: [id, 3] })));
		for (const [id, { session, client }] of seen.entries()) {
			for (const guild of session.guilds) expect(Number((BigInt(guild.id) >> 22n) % 3n)).toBe(id);
			client.close();
		}
		expect(seen.flatMap(({ session }) => session.guilds)).toHaveLength(2);
	});

	it("has its heartbeats answered", async () => {
		const { client } = await ready();
		client.send(GatewayOpcodes.Heartbeat, 1);
		expect(await client.next(({ op }) => op === GatewayOpcodes.HeartbeatAck)).toBeDefined();
		client.close();
	});

	it.each([
		["a wrong token", { token: "wrong" }, GatewayCloseCodes.AuthenticationFailed],
		["a shard that is not there", { shard: [2, 2] }, GatewayCloseCodes.InvalidShard],
		["intents without meaning", { intents: 2 ** 30 }, GatewayCloseCodes.InvalidIntents],
		["a field of the wrong kind", { intents: "all" }, GatewayCloseCodes.DecodeError],
	])("is refused for %s", async (_, settings, code) => {
		expect(await (await identify(settings)).closed).toBe(code);
	});

	it("is refused for intents that the application may not use, and for too many guilds a shard", async () => {
		const allowedIntents = knownIntents & ~GatewayIntentBits.GuildMembers;
		const strict = await startSimulator({ port: 0, gateway: { allowedIntents, guildsPerShard: 1 } });
		const attempt = async (intents: number) => {
			const client = await GatewayClient.connect(strict.state.gateway.url);
			client.send(GatewayOpcodes.Identify, { token: SIMULATED_CLIENT.botToken, intents });
			return client.closed;
		};
		expect(await attempt(knownIntents)).toBe(GatewayCloseCodes.DisallowedIntents);
		expect(await attempt(allowedIntents)).toBe(GatewayCloseCodes.ShardingRequired);
		await strict.close();
	});

	it("answers a request for members in chunks", async () => {
		const { client } = await ready();
		client.send(GatewayOpcodes.RequestGuildMembers, { guild_id: harbor, query: "", limit: 0, nonce: "n" });
		const seen = new Set<string>();
		for (let index = 0; index < 5; index++) {
			const { d } = await client.dispatch("GUILD_MEMBERS_CHUNK");
			expect(d).toMatchObject({ chunk_index: index, chunk_count: 5, nonce: "n" });
			for (const member of (d as { members: { user: { id: string } }[] }).members) seen.add(member.user.id);
		}
		expect(seen.size).toBe(5000);
		const user_ids = [personId("owner"), "100000000000000000"];
		client.send(GatewayOpcodes.RequestGuildMembers, { guild_id: harbor, user_ids });
		expect((await client.dispatch("GUILD_MEMBERS_CHUNK")).d).toMatchObject({
			members: [{ user: { id: personId("owner") } }],
			not_found: ["100000000000000000"],
		});
		client.close();
	});

	it("hears of what its intents cover", async () => {
		const { client } = await ready({ intents: GatewayIntentBits.Guilds });
		const { client: other } = await ready({
			intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers,
		});
		simulator.state.turn({ kind: "leave", guildId: harbor, userId: personId("member") });
		simulator.state.turn({ kind: "leave", guildId: trail, userId: simulator.state.botId });
		expect(await other.dispatch("GUILD_MEMBER_REMOVE")).toMatchObject({ d: { guild_id: harbor } });
		await client.dispatch("GUILD_DELETE");
		expect(client.names()).not.toContain("GUILD_MEMBER_REMOVE");
		for (const one of [client, other]) one.close();
	});
});

describe("a lost connection", () => {
	const nick = (text: string) => simulator.state.members.update(harbor, personId("member"), { nick: text });

	it("resumes with everything that was missed", async () => {
		const { client, session } = await ready();
		await client.dispatch("GUILD_CREATE");
		await client.dispatch("GUILD_CREATE");
		simulator.state.turn({ kind: "gateway_drop" });
		expect(await client.closed).toBe(1006);
		nick("one");
		nick("two");
		const again = await resume(session.session_id, 3);
		expect(await again.dispatch("GUILD_MEMBER_UPDATE")).toMatchObject({ s: 4, d: { nick: "one" } });
		expect(await again.dispatch("GUILD_MEMBER_UPDATE")).toMatchObject({ s: 5, d: { nick: "two" } });
		expect(await again.dispatch("RESUMED")).toMatchObject({ s: 6 });
		nick("three");
		expect(await again.dispatch("GUILD_MEMBER_UPDATE")).toMatchObject({ s: 7, d: { nick: "three" } });
		again.close();
	});

	it("gets RESUMED once each time, and never an old one", async () => {
		const { client, session } = await ready({ intents: 0 });
		for (const round of [1, 2]) {
			const again = await resume(session.session_id, 1);
			expect(await again.dispatch("RESUMED")).toMatchObject({ s: 1 + round });
			expect(again.names()).toEqual(["RESUMED"]);
			again.drop();
		}
		expect(await client.closed).toBe(1006);
	});

	it("cannot resume what is unknown, too old, ended or ahead", async () => {
		const refused = async (client: GatewayClient) =>
			(await client.next(({ op }) => op === GatewayOpcodes.InvalidSession)).d;
		expect(await refused(await resume("unknown", 1))).toBe(false);

		const { client, session } = await ready();
		expect(await (await resume(session.session_id, 99)).closed).toBe(GatewayCloseCodes.InvalidSeq);
		expect(await (await resume(session.session_id, 1, "wrong")).closed).toBe(
			GatewayCloseCodes.AuthenticationFailed,
		);
		client.drop();
		for (let index = 0; index < 200; index++) nick(`nick ${index}`);
		expect(await refused(await resume(session.session_id, 1))).toBe(false);

		const { client: polite, session: ended } = await ready();
		polite.close(1000);
		await polite.closed;
		expect(await refused(await resume(ended.session_id, 1))).toBe(false);
	});

	it("is over after the session's lifetime", async () => {
		let now = Date.parse("2026-01-01T00:00:00Z");
		const aged = await startSimulator({ port: 0, now: () => new Date(now) });
		const client = await GatewayClient.connect(aged.state.gateway.url);
		client.send(GatewayOpcodes.Identify, { token: SIMULATED_CLIENT.botToken, intents: 0 });
		const { session_id } = (await client.dispatch("READY")).d as { session_id: string };
		aged.state.turn({ kind: "gateway_drop" });
		await client.closed;
		const attempt = async () => {
			const again = await GatewayClient.connect(aged.state.gateway.url);
			again.send(GatewayOpcodes.Resume, { token: SIMULATED_CLIENT.botToken, session_id, seq: 1 });
			const answer = await again.next(({ op, t }) => op === GatewayOpcodes.InvalidSession || t === "RESUMED");
			again.drop();
			return answer.t;
		};
		now += 179_000;
		expect(await attempt()).toBe("RESUMED");
		aged.state.turn({ kind: "gateway_drop" });
		now += 400_000;
		expect(await attempt()).toBeNull();
		await aged.close();
	});
});

describe("on demand", () => {
	it("the gateway asks to reconnect, invalidates, closes and pauses", async () => {
		const { client, session } = await ready({ intents: GatewayIntentBits.GuildMembers });
		const { state } = simulator;
		state.turn({ kind: "gateway_reconnect" });
		expect(await client.next(({ op }) => op === GatewayOpcodes.Reconnect)).toBeDefined();
		state.turn({ kind: "invalid_session", resumable: true });
		expect((await client.next(({ op }) => op === GatewayOpcodes.InvalidSession)).d).toBe(true);
		state.turn({ kind: "gateway_pause", paused: true });
		state.turn({ kind: "leave", guildId: harbor, userId: personId("member") });
		expect(state.gateway.backlog()).toBe(1);
		state.turn({ kind: "gateway_pause", paused: false });
		await client.dispatch("GUILD_MEMBER_REMOVE");
		state.turn({ kind: "gateway_close", code: 4000 });
		expect(await client.closed).toBe(4000);
		state.turn({ kind: "invalid_session", resumable: false });
		const again = await resume(session.session_id, 1);
		expect((await again.next(({ op }) => op === GatewayOpcodes.InvalidSession)).d).toBe(false);
		again.close();
	});

	it("says where it is", async () => {
		const { url } = simulator;
		const headers = { Authorization: `Bot ${SIMULATED_CLIENT.botToken}` };
		const answer = await (await fetch(`${url}/api/v10/gateway/bot`, { headers })).json();
		expect(answer).toMatchObject({ url: simulator.state.gateway.url, shards: 1 });
		expect(await (await fetch(`${url}/api/v10/gateway`)).json()).toEqual({
			url: simulator.state.gateway.url,
		});
	});
});
