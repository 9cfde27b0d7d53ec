import { once } from "node:events";
import { REST } from "@discordjs/rest";
import type { SessionInfo } from "@discordjs/ws";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { afterEach, beforeEach, expect, it } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "../server";
import { knownIntents } from "./intents";

const harbor = "902114735018344448";

let simulator: Simulator;
let manager: WebSocketManager;
let session: SessionInfo | null;
let received: { s: number; t: string; d: { nick?: string } }[];

beforeEach(async () => {
	simulator = await startSimulator({ port: 0 });
	session = null;
	received = [];
	const rest = new REST({ api: `${simulator.url}/api`, version: "10" }).setToken(SIMULATED_CLIENT.botToken);
	manager = new WebSocketManager({
		token: SIMULATED_CLIENT.botToken,
		intents: knownIntents,
		rest,
		retrieveSessionInfo: () => session,
		updateSessionInfo: (_, info) => {
			session = info;
		},
		buildIdentifyThrottler: () => ({ waitForIdentify: () => Promise.resolve() }),
	});
	manager.on(WebSocketShardEvents.Error, () => {});
	manager.on(WebSocketShardEvents.Dispatch, (payload) => received.push(payload as (typeof received)[number]));
});
afterEach(async () => {
	await manager.destroy();
	await simulator.close();
});

const nick = (text: string) => simulator.state.members.update(harbor, personId("member"), { nick: text });
const nicks = () => received.flatMap(({ t, d }) => (t === "GUILD_MEMBER_UPDATE" ? [d.nick] : []));
const heard = (name: string, count = 1) =>
	expect.poll(() => received.filter(({ t }) => t === name).length).toBe(count);

it("serves discord.js' own connection: ready, events, a drop, a resume and an invalid session", async () => {
	await manager.connect();
	await heard("GUILD_CREATE", 2);
	nick("one");
	await heard("GUILD_MEMBER_UPDATE");

	const resumed = once(manager, WebSocketShardEvents.Resumed);
	simulator.state.turn({ kind: "gateway_drop" });
	nick("two");
	await resumed;
	await heard("GUILD_MEMBER_UPDATE", 2);
	expect(nicks()).toEqual(["one", "two"]);

	const again = once(manager, WebSocketShardEvents.Resumed);
	simulator.state.turn({ kind: "gateway_reconnect" });
	await again;

	const ready = once(manager, WebSocketShardEvents.Ready);
	simulator.state.turn({ kind: "invalid_session", resumable: false });
	await ready;
	nick("three");
	await heard("GUILD_MEMBER_UPDATE", 3);
	expect([...new Set(nicks())]).toEqual(["one", "two", "three"]);
}, 20_000);
