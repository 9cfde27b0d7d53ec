import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import type { KnobInput } from "./knobs";
import { type Simulator, startSimulator } from "./server";
import { authorize } from "./visitor";

let simulator: Simulator;
let token: string;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, control: true });
});
beforeEach(async () => {
	await turn({ kind: "reset" });
	token = (await authorize(simulator.url, "moderator")).access_token;
});
afterAll(() => simulator.close());

const turn = (knobs: KnobInput | KnobInput[]) =>
	fetch(`${simulator.url}/_simulator/knobs`, { method: "POST", body: JSON.stringify(knobs) });
const api = (path: string) =>
	fetch(`${simulator.url}/api/v10${path}`, { headers: { Authorization: `Bearer ${token}` } });
const harborId = () => simulator.state.world.guilds.find((guild) => guild.key === "harbor")?.id ?? "";
const moderator = () => ({ guildId: harborId(), userId: personId("moderator") });

type GuildEntry = { id: string; permissions: string };
const harbor = async () => {
	const guilds = (await (await api("/users/@me/guilds")).json()) as GuildEntry[];
	return guilds.find((guild) => guild.id === harborId());
};

describe("faults", () => {
	it("rate-limit as many requests as asked, with the wait in header and body", async () => {
		await turn({ kind: "rate_limit", path: "/api/v10/users/@me/guilds", times: 2, retryAfter: 1.25 });
		const refused = await api("/users/@me/guilds");
		expect(refused.status).toBe(429);
		expect(refused.headers.get("retry-after")).toBe("2");
		expect(refused.headers.get("x-ratelimit-scope")).toBe("user");
		expect(await refused.json()).toMatchObject({ retry_after: 1.25, global: false });
		expect((await api("/users/@me")).status).toBe(200);
		expect((await api("/users/@me/guilds")).status).toBe(429);
		expect((await api("/users/@me/guilds")).status).toBe(200);
	});

	it("say when the limit is global", async () => {
		await turn({ kind: "rate_limit", path: "/api/*", scope: "global" });
		const refused = await api("/users/@me");
		expect(refused.headers.get("x-ratelimit-global")).toBe("true");
		expect(await refused.json()).toMatchObject({ global: true });
	});

	it.each([500, 502] as const)("answer %i", async (status) => {
		await turn({ kind: "fail", path: "/api/v10/users/*", status });
		expect((await api("/users/@me")).status).toBe(status);
		expect((await api("/users/@me")).status).toBe(200);
	});

	it("drop the connection", async () => {
		await turn({ kind: "drop", path: "/api/v10/users/@me" });
		await expect(api("/users/@me")).rejects.toThrow("fetch failed");
		expect((await api("/users/@me")).status).toBe(200);
	});

	it("delay an answer, and still give it", async () => {
		await turn({ kind: "delay", path: "/api/v10/users/@me", ms: 120 });
		const start = performance.now();
		expect((await api("/users/@me")).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThanOrEqual(115);
	});

	it("hit the named method only", async () => {
		await turn({ kind: "fail", path: "/api/v10/users/@me", method: "post", status: 500 });
		expect((await api("/users/@me")).status).toBe(200);
	});
});

describe("people", () => {
	it("get other permissions and lose them again", async () => {
		const before = (await harbor())?.permissions;
		await turn({ kind: "permissions", ...moderator(), permissions: "32" });
		expect((await harbor())?.permissions).toBe("32");
		await turn({ kind: "permissions", ...moderator(), permissions: null });
		expect((await harbor())?.permissions).toBe(before);
	});

	it("lose a role and what it allowed", async () => {
		const roleId = simulator.state.world.guilds[0]?.roles.find((role) => role.key === "moderator")?.id ?? "";
		const before = BigInt((await harbor())?.permissions ?? 0);
		await turn({ kind: "remove_role", ...moderator(), roleId });
		const after = BigInt((await harbor())?.permissions ?? 0);
		expect(after).toBe(before & after);
		expect(after).not.toBe(before);
		await turn({ kind: "add_role", ...moderator(), roleId });
		expect(BigInt((await harbor())?.permissions ?? 0)).toBe(before);
	});

	it("leave a guild and are back after a reset", async () => {
		await turn({ kind: "leave", ...moderator() });
		expect(await harbor()).toBeUndefined();
		await turn({ kind: "reset" });
		expect(await harbor()).toBeDefined();
	});

	it("take their authorization back", async () => {
		await turn({ kind: "revoke_tokens", userId: personId("moderator") });
		expect((await api("/users/@me")).status).toBe(401);
	});
});

describe("control", () => {
	it("refuses what it does not know", async () => {
		const response = await fetch(`${simulator.url}/_simulator/knobs`, {
			method: "POST",
			body: JSON.stringify({ kind: "explode" }),
		});
		expect(response.status).toBe(400);
	});

	it("shows the requests seen, without tokens", async () => {
		await turn({ kind: "fail", path: "/api/v10/users/@me", status: 502 });
		await api("/users/@me?with=query");
		const text = await (await fetch(`${simulator.url}/_simulator/log`)).text();
		expect(JSON.parse(text).at(-1)).toMatchObject({
			method: "GET",
			path: "/api/v10/users/@me",
			query: { with: "query" },
			identity: `user:${personId("moderator")}`,
			status: 502,
		});
		expect(text).not.toContain(token);
	});

	it("is not there unless asked for", async () => {
		const plain = await startSimulator({ port: 0 });
		expect((await fetch(`${plain.url}/_simulator/log`)).status).toBe(404);
		await plain.close();
	});
});
