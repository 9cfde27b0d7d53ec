import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadOpenApiCheck } from "./openapi-check";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "./server";
import { authorize } from "./visitor";

const check = loadOpenApiCheck();
const bot = `Bot ${SIMULATED_CLIENT.botToken}`;
const [harbor, trail, left] = ["902114735018344448", "1040262918204751892", "968455120077185064"];
const scopes = "identify email guilds guilds.members.read";

const botPaths = [
	"/users/@me",
	"/users/@me/guilds?with_counts=true",
	"/users/204255221017214977",
	`/guilds/${harbor}?with_counts=true`,
	`/guilds/${trail}`,
	`/guilds/${harbor}/channels`,
	`/guilds/${trail}/channels`,
	`/guilds/${harbor}/roles`,
	`/guilds/${harbor}/members?limit=1000`,
	`/guilds/${harbor}/members/204255221017214977`,
	"/oauth2/applications/@me",
	"/applications/@me",
	`/applications/${SIMULATED_CLIENT.clientId}/commands`,
	`/applications/${SIMULATED_CLIENT.clientId}/guilds/${harbor}/commands`,
];
const personPaths = [
	"/users/@me",
	"/users/@me/guilds?with_counts=true",
	`/users/@me/guilds/${harbor}/member`,
	"/oauth2/@me",
];
const refusals: [path: string, status: number][] = [
	[`/guilds/${left}`, 403],
	["/guilds/100000000000000000", 404],
	[`/guilds/${harbor}/members/100000000000000000`, 404],
];

// Without the document there is nothing to compare with; the skip names the file that is missing.
const title = check
	? "Discord's OpenAPI document"
	: "Discord's OpenAPI document (absent: discord-openapi.json)";

describe.skipIf(!check)(title, () => {
	let simulator: Simulator;
	let person: string;

	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		person = `Bearer ${(await authorize(simulator.url, "owner", scopes)).access_token}`;
	});
	afterAll(() => simulator.close());

	async function faults(path: string, authorization: string, status: number): Promise<string[]> {
		const response = await fetch(`${simulator.url}/api/v10${path}`, {
			headers: { Authorization: authorization },
		});
		expect(response.status).toBe(status);
		const [plain = path] = path.split("?");
		return check?.answer("GET", plain, status, await response.json()) ?? [];
	}

	it.each(botPaths)("describes what the bot reads at %s", async (path) => {
		expect(await faults(path, bot, 200)).toEqual([]);
	});

	it.each(personPaths)("describes what a person reads at %s", async (path) => {
		expect(await faults(path, person, 200)).toEqual([]);
	});

	it.each(refusals)("describes the refusal of %s", async (path, status) => {
		expect(await faults(path, bot, status)).toEqual([]);
	});

	// The document types the code of a field's error as a number; Discord's reference and its answers have a word.
	it("describes the refusal of a malformed field, but for the field's own code", async () => {
		const response = await fetch(`${simulator.url}/api/v10/users/@me/guilds?limit=0`, {
			headers: { Authorization: bot },
		});
		const { errors, ...rest } = (await response.json()) as { errors: unknown };
		expect(check?.answer("GET", "/users/@me/guilds", 400, rest)).toEqual([]);
		expect(errors).toMatchObject({ limit: { _errors: [{ code: "NUMBER_TYPE_MIN" }] } });
	});

	it("describes 401 and 429", async () => {
		expect(await faults("/users/@me", "Bot wrong", 401)).toEqual([]);
		simulator.state.turn({ kind: "rate_limit", path: "/api/*", times: 1, retryAfter: 1, scope: "user" });
		expect(await faults("/users/@me", bot, 429)).toEqual([]);
	});

	it("is really asked: a wrong answer is found", () => {
		expect(check?.answer("GET", "/users/@me", 200, { id: 5 })).toContain("/id must be string");
	});
});
