import { Routes } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { openLog as openWorkerLog } from "@/bot/log";
import { openLog as openSiteLog } from "@/lib/log";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

let discord: Simulator;
beforeAll(async () => {
	discord = await startSimulator({ port: 0 });
});
afterAll(() => discord.close());

/** What a log writes for something: the worker's unless said. */
function written(what: object, openLog = openWorkerLog): string {
	const lines: string[] = [];
	openLog("info", { write: (line) => void lines.push(line) }).warn(what, "something went wrong");
	expect(lines).toHaveLength(1);
	expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "something went wrong" });
	return lines[0] ?? "";
}

const secret = "MTA5.Gh7xyz.s3cr3t";

test.each([
	["on top", { token: secret }],
	["in what is logged", { session: { token: secret } }],
	["in a list", { webhooks: [{ id: "5", token: secret }] }],
	["in a frame", { frame: { t: "INTERACTION_CREATE", d: { id: "5", token: secret } } }],
	["in an answer to a sign-in", { answer: { access_token: secret, refresh_token: secret } }],
	["in a request's headers", { request: { headers: { authorization: secret, Authorization: secret } } }],
	[
		"in an error",
		{ err: Object.assign(new Error("no"), { config: { headers: { authorization: secret } } }) },
	],
	["in a request's cookies", { request: { headers: { cookie: secret, Cookie: secret } } }],
	[
		"in an answer's cookies",
		{ err: { answer: { headers: { "set-cookie": [secret], "Set-Cookie": secret } } } },
	],
	["in an application's secrets", { options: { client: { secret, client_secret: secret } } }],
])("a token %s is not written", (_, what) => {
	for (const openLog of [openWorkerLog, openSiteLog]) {
		const line = written(what, openLog);
		expect(line).not.toContain(secret);
		expect(line).toContain("[removed]");
	}
});

test("a line tells whose it is", () => {
	expect(JSON.parse(written({}))).toMatchObject({ name: "bot" });
	expect(JSON.parse(written({}, openSiteLog))).not.toHaveProperty("name");
});

test("what Discord refuses is written without what was sent and without the bot's token", async () => {
	const rest = restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken);
	const path = Routes.channelMessages("1040262918204759997");
	const err: unknown = await rest
		.post(path, { body: { content: "whispered" } })
		.catch((error: unknown) => error);
	const line = written({ err, order: "5" });
	expect(JSON.parse(line)).toMatchObject({
		order: "5",
		err: { status: 404, code: 10_003, requestBody: "[removed]" },
	});
	expect(line).not.toContain("whispered");
	expect(line).not.toContain(SIMULATED_CLIENT.botToken);
});

test("ids, numbers and words stay", () => {
	expect(JSON.parse(written({ guild: "902114735018344448", shard: { id: 3, tokens: 2 } }))).toMatchObject({
		guild: "902114735018344448",
		shard: { id: 3, tokens: 2 },
	});
});
