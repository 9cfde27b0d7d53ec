import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BOT, personId } from "@/prisma/seed/world/people";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "./server";
import { compareIds } from "./state/ids";
import { authorize } from "./visitor";

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, rateLimit: { limit: 1_000, windowMs: 1_000 } });
});
afterAll(() => simulator.close());

const api = (path: string, authorization = `Bot ${SIMULATED_CLIENT.botToken}`) =>
	fetch(`${simulator.url}/api/v10${path}`, { headers: { Authorization: authorization } });
const bearer = async (...who: Parameters<typeof authorize> extends [string, ...infer Rest] ? Rest : never) =>
	`Bearer ${(await authorize(simulator.url, ...who)).access_token}`;
const json = async <Body>(response: Promise<Response>) => (await (await response).json()) as Body;
const guildId = (key: string) => simulator.state.world.guilds.find((guild) => guild.key === key)?.id ?? "";

type GuildEntry = {
	id: string;
	owner: boolean;
	permissions: string;
	features: string[];
	approximate_member_count?: number;
};

describe("somebody's guilds", () => {
	it("come by rising id with permissions as text", async () => {
		const guilds = await json<GuildEntry[]>(api("/users/@me/guilds", await bearer("owner")));
		const ids = guilds.map((guild) => guild.id);
		expect(ids).toEqual([...ids].sort(compareIds));
		expect(guilds.length).toBeGreaterThan(2);
		const harbor = guilds.find((guild) => guild.id === guildId("harbor"));
		expect(harbor).toMatchObject({ owner: true, permissions: expect.stringMatching(/^\d+$/) });
		expect(harbor).not.toHaveProperty("approximate_member_count");
	});

	it("have counts when asked", async () => {
		const guilds = await json<GuildEntry[]>(api("/users/@me/guilds?with_counts=true", await bearer("owner")));
		expect(guilds.find((guild) => guild.id === guildId("harbor"))?.approximate_member_count).toBe(5000);
	});

	it("can be walked forwards and backwards, one a page", async () => {
		const token = await bearer("owner");
		const all = (await json<GuildEntry[]>(api("/users/@me/guilds", token))).map((guild) => guild.id);
		const walk = async (direction: "after" | "before", from: string) => {
			const seen: string[] = [];
			for (let cursor = from; ; ) {
				const [guild] = await json<GuildEntry[]>(
					api(`/users/@me/guilds?limit=1&${direction}=${cursor}`, token),
				);
				if (!guild) return seen;
				seen.push(guild.id);
				cursor = guild.id;
			}
		};
		expect(await walk("after", "0")).toEqual(all);
		expect(await walk("before", "9223372036854775807")).toEqual([...all].reverse());
	});

	it.each(["limit=0", "limit=201", "limit=x", "after=x"])("refuse %s", async (query) => {
		const response = await api(`/users/@me/guilds?${query}`, await bearer("owner"));
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ code: 50035, message: "Invalid Form Body" });
	});

	it("are the bot's own for the bot", async () => {
		const guilds = await json<GuildEntry[]>(api("/users/@me/guilds"));
		expect(new Set(guilds.map((guild) => guild.id))).toEqual(new Set([guildId("harbor"), guildId("trail")]));
	});
});

describe("tokens", () => {
	it("need the scope of what they read", async () => {
		const token = await bearer("owner", "identify");
		expect((await api("/users/@me", token)).status).toBe(200);
		const refused = await api("/users/@me/guilds", token);
		expect(refused.status).toBe(401);
		expect(await refused.json()).toEqual({ message: "401: Unauthorized", code: 0 });
	});

	it("show the e-mail address with that scope only", async () => {
		expect(await json(api("/users/@me", await bearer("owner")))).not.toHaveProperty("email");
		expect(await json(api("/users/@me", await bearer("owner", "identify email")))).toHaveProperty("email");
	});

	it("of people open nothing that is the bot's", async () => {
		const token = await bearer("owner", "identify guilds guilds.members.read");
		expect((await api(`/guilds/${guildId("harbor")}`, token)).status).toBe(401);
		const own = await json(api(`/users/@me/guilds/${guildId("harbor")}/member`, token));
		expect(own).toMatchObject({ user: { id: personId("owner") } });
	});

	it.each(["Bearer nonsense", "Bearer a.b", "Bot wrong", "Basic abc"])("%s is nobody", async (header) => {
		expect((await api("/users/@me", header)).status).toBe(401);
	});
});

describe("guilds", () => {
	it.each([
		["abc", 400, 50035],
		["100000000000000000", 404, 10004],
	])("%s is answered with %i", async (id, status, code) => {
		const response = await api(`/guilds/${id}`);
		expect(response.status).toBe(status);
		expect(await response.json()).toMatchObject({ code });
	});

	it("are closed to the bot once it has left", async () => {
		const response = await api(`/guilds/${guildId("cartridge")}`);
		expect(response.status).toBe(403);
		expect(await response.json()).toEqual({ code: 50001, message: "Missing Access" });
	});

	it("list members after an id", async () => {
		const path = `/guilds/${guildId("harbor")}/members`;
		type Entry = { user: { id: string } };
		const first = await json<Entry[]>(api(`${path}?limit=3`));
		const next = await json<Entry[]>(api(`${path}?limit=3&after=${first[2]?.user.id}`));
		expect(first).toHaveLength(3);
		const ids = [...first, ...next].map((entry) => entry.user.id);
		expect(ids).toEqual([...new Set(ids)].sort(compareIds));
	});

	it("list as many members as they say they have", async () => {
		const seen: string[] = [];
		for (let after = "0"; ; after = seen.at(-1) ?? "0") {
			const path = `/guilds/${guildId("harbor")}/members?limit=1000&after=${after}`;
			const page = await json<{ user: { id: string } }[]>(api(path));
			if (page.length === 0) break;
			seen.push(...page.map((entry) => entry.user.id));
		}
		expect(seen).toHaveLength(5000);
		expect(new Set(seen).size).toBe(5000);
	});

	it("know their members one by one", async () => {
		const member = (id: string) => api(`/guilds/${guildId("trail")}/members/${id}`);
		expect(await json(member(BOT.id))).toMatchObject({ user: { bot: true } });
		expect(await json(member(personId("operator")))).toMatchObject({ code: 10007 });
		expect(await json(member("100000000000000000"))).toMatchObject({ code: 10013 });
	});
});

describe("commands", () => {
	type Command = { name: string; guild_id?: string };
	const application = `/applications/${SIMULATED_CLIENT.clientId}`;

	it("are registered for everywhere or for one guild", async () => {
		const global = await json<Command[]>(api(`${application}/commands`));
		const own = await json<Command[]>(api(`${application}/guilds/${guildId("harbor")}/commands`));
		expect(global.map((command) => command.name)).toContain("warn");
		expect(global.filter((command) => command.guild_id)).toEqual([]);
		expect(own.map((command) => command.guild_id)).toEqual([guildId("harbor")]);
	});

	it("belong to this application and to guilds the bot is in", async () => {
		expect((await api("/applications/100000000000000000/commands")).status).toBe(404);
		expect((await api(`${application}/guilds/${guildId("cartridge")}/commands`)).status).toBe(403);
	});
});

describe("every answer", () => {
	it("reports the rate limit, refusals too", async () => {
		for (const response of [await api("/users/@me"), await api("/users/@me", "Bot wrong")]) {
			expect(response.headers.get("x-ratelimit-limit")).toBe("1000");
			expect(Number(response.headers.get("x-ratelimit-reset-after"))).toBeLessThanOrEqual(1);
			expect(response.headers.get("x-ratelimit-bucket")).toMatch(/^[0-9a-f]{32}$/);
		}
	});

	it("is Discord's 404 where there is nothing", async () => {
		expect(await json(api("/nothing"))).toEqual({ message: "404: Not Found", code: 0 });
	});

	it("is 429 past the limit, per caller and route", async () => {
		const clock = Date.parse("2026-01-01T00:00:00Z");
		const strict = await startSimulator({
			port: 0,
			now: () => new Date(clock),
			rateLimit: { limit: 2, windowMs: 60_000 },
		});
		const ask = (path: string) =>
			fetch(`${strict.url}/api/v10${path}`, {
				headers: { Authorization: `Bot ${SIMULATED_CLIENT.botToken}` },
			});
		await ask("/users/@me");
		expect((await ask("/users/@me")).headers.get("x-ratelimit-remaining")).toBe("0");
		const refused = await ask("/users/@me");
		expect(refused.status).toBe(429);
		expect(refused.headers.get("retry-after")).toBe("60");
		expect(await refused.json()).toMatchObject({ retry_after: 60, global: false });
		expect((await ask("/users/@me/guilds")).status).toBe(200);
		await strict.close();
	});
});
