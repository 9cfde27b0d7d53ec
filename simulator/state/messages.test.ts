import { GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, it } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import { GatewayClient } from "../gateway/client";
import { knownIntents } from "../gateway/intents";
import { loadOpenApiCheck } from "../openapi-check";
import { botClient } from "../rest/bot";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "../server";

const harbor = "902114735018344448";
const [owner, member] = [personId("owner"), personId("member")];

let simulator: Simulator;
let general: string;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, control: true });
	general = simulator.state.world.guilds[0]?.channels.find(({ key }) => key === "general")?.id ?? "";
});
afterAll(() => simulator.close());

async function listen(intents: number): Promise<GatewayClient> {
	const client = await GatewayClient.connect(simulator.state.gateway.url);
	client.send(GatewayOpcodes.Identify, { token: SIMULATED_CLIENT.botToken, intents });
	await client.dispatch("READY");
	return client;
}

it("a message reaches a session whole, and without its content where that intent is missing", async () => {
	const whole = await listen(knownIntents);
	const reduced = await listen(knownIntents & ~GatewayIntentBits.MessageContent);
	const say = (content: string, authorId = member) =>
		simulator.state.messages.create(general, { authorId, content });
	say("a secret");
	say(`<@${simulator.state.botId}> hello`);
	say("my own", simulator.state.botId);
	const contents = async (client: GatewayClient) => {
		const seen = [];
		for (let index = 0; index < 3; index++) seen.push((await client.dispatch("MESSAGE_CREATE")).d);
		return seen.map((data) => (data as { content: string }).content);
	};
	expect(await contents(whole)).toEqual(["a secret", `<@${simulator.state.botId}> hello`, "my own"]);
	expect(await contents(reduced)).toEqual(["", `<@${simulator.state.botId}> hello`, "my own"]);
	for (const client of [whole, reduced]) client.close();
});

it("what the gateway sends of a message is what Discord's document describes", async () => {
	const client = await listen(knownIntents);
	const { state } = simulator;
	const first = state.messages.create(general, { authorId: owner, content: "first" }).fields.id;
	state.messages.create(general, { authorId: member, content: `<@${owner}>`, replyTo: first });
	const [one, two] = [await client.dispatch("MESSAGE_CREATE"), await client.dispatch("MESSAGE_CREATE")];
	const check = loadOpenApiCheck();
	for (const { d } of [one, two]) {
		expect(d).toMatchObject({ guild_id: harbor, member: { joined_at: expect.any(String) } });
		expect(d).not.toHaveProperty("member.user");
		expect(check?.answer("GET", `/channels/${general}/messages/${first}`, 200, d) ?? []).toEqual([]);
	}
	expect(two.d).toMatchObject({ type: 19, referenced_message: { id: first }, mentions: [{ id: owner }] });
	client.close();
});

it("a page that was read changes the embeds alone, an edit tells everything", async () => {
	const client = await listen(knownIntents);
	const { state } = simulator;
	const { id } = state.messages.create(general, { authorId: owner, content: "https://example.org" }).fields;
	state.messages.unfurl(general, id, [{ title: "A page" }]);
	const unfurled = (await client.dispatch("MESSAGE_UPDATE")).d as object;
	expect(Object.keys(unfurled).toSorted((a, b) => a.localeCompare(b))).toEqual([
		"channel_id",
		"embeds",
		"guild_id",
		"id",
	]);
	state.messages.edit(general, id, { content: "https://example.org/2" }, owner);
	expect((await client.dispatch("MESSAGE_UPDATE")).d).toMatchObject({
		content: "https://example.org/2",
		embeds: [{ title: "A page" }],
		edited_timestamp: expect.any(String),
		author: { id: owner },
	});
	client.close();
});

it("an order from the bot comes back to its session", async () => {
	const client = await listen(knownIntents);
	const bot = botClient(simulator);
	await bot("PUT", `/guilds/${harbor}/bans/${member}`, {}, "Case 12");
	expect((await client.dispatch("GUILD_BAN_ADD")).d).toMatchObject({ user: { id: member } });
	expect((await client.dispatch("GUILD_AUDIT_LOG_ENTRY_CREATE")).d).toMatchObject({
		action_type: 22,
		reason: "Case 12",
	});
	client.close();
});

it("the dump shows what is true, what was deleted too", async () => {
	const { state } = simulator;
	const { id } = state.messages.create(general, { authorId: owner, content: "gone" }).fields;
	state.reactions.add(general, id, owner, { id: null, name: "⚓" });
	state.messages.delete(general, id, { userId: owner });
	const dump = (await (await fetch(`${simulator.url}/_simulator/state/${harbor}`)).json()) as {
		messages: { id: string }[];
		members: unknown[];
	};
	expect(dump.members).toHaveLength(state.core.guild(harbor).members.size);
	expect(dump.messages.find((message) => message.id === id)).toMatchObject({
		content: "gone",
		deleted_at: expect.any(String),
		reactors: [{ emoji_key: "⚓", user_id: owner, burst: false }],
	});
});
