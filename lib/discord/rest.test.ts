import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AppError } from "@/lib/errors";
import { personId } from "@/prisma/seed/world/people";
import type { KnobInput } from "@/simulator/knobs";
import { knob } from "@/simulator/knobs";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";
import { authorize } from "@/simulator/visitor";
import { refreshToken } from "./oauth";
import { currentUserGuilds } from "./rest";

let simulator: Simulator;
let token: string;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	stubEnvironment(`${simulator.url}/api/v10`);
});
beforeEach(async () => {
	turn({ kind: "reset" });
	token = (await authorize(simulator.url, "owner")).access_token;
	simulator.state.log.clear();
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await simulator.close();
});

function stubEnvironment(apiUrl: string): void {
	vi.stubEnv("DISCORD_API_URL", apiUrl);
	vi.stubEnv("DISCORD_CLIENT_ID", SIMULATED_CLIENT.clientId);
	vi.stubEnv("DISCORD_CLIENT_SECRET", SIMULATED_CLIENT.clientSecret);
	vi.stubEnv("NEXTAUTH_SECRET", "a secret of the right length for tests");
	vi.stubEnv("DATABASE_WEB_URL", "postgres://web@localhost/guildhall");
	vi.stubEnv("DATABASE_AUTH_URL", "postgres://auth@localhost/guildhall");
	vi.stubEnv("GUILDHALL_ENCRYPTION_KEYS", `test:${Buffer.alloc(32).toString("base64")}`);
}

const turn = (input: KnobInput) => simulator.state.turn(knob.parse(input));
const refusal = async (work: Promise<unknown>) =>
	work.then(
		() => undefined,
		(error: AppError) => ({ code: error.code, retryAfter: error.retryAfter }),
	);

describe("the current user's guilds", () => {
	it("keep every permission bit", async () => {
		const userId = personId("owner");
		const [first] = await currentUserGuilds(token);
		const permissions = (2n ** 60n + 8n).toString();
		const guildId =
			simulator.state.guildsOf(userId).find((guild) => guild.settings.owner_id !== userId)?.id ?? "";
		turn({ kind: "permissions", guildId, userId, permissions });
		const changed = (await currentUserGuilds(token)).find((guild) => guild.id === guildId);
		expect(changed).toMatchObject({ owner: false, permissions });
		expect(Object.keys(first ?? {})).toEqual(["id", "name", "icon", "owner", "permissions", "memberCount"]);
	});

	it("are all read when they fill more than one page", async () => {
		const guild = (index: number) => ({
			id: String(5_000_000n + BigInt(index)),
			name: `Server ${index}`,
			icon: null,
			owner: false,
			permissions: "0",
		});
		const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
			const after = BigInt(new URL(String(input)).searchParams.get("after") ?? 0);
			const all = Array.from({ length: 450 }, (_, index) => guild(index));
			return Response.json(all.filter((entry) => BigInt(entry.id) > after).slice(0, 200));
		});
		const guilds = await currentUserGuilds(token);
		expect(spy).toHaveBeenCalledTimes(3);
		spy.mockRestore();
		expect(new Set(guilds.map((entry) => entry.id)).size).toBe(450);
	});

	it("need a new sign-in when the token is no longer good", async () => {
		turn({ kind: "revoke_tokens", userId: personId("owner") });
		expect(await refusal(currentUserGuilds(token))).toMatchObject({ code: "unauthenticated" });
	});

	it("say when to come back after 429, in whole seconds", async () => {
		turn({ kind: "rate_limit", path: "/api/v10/users/@me/guilds", retryAfter: 2.3 });
		expect(await refusal(currentUserGuilds(token))).toEqual({ code: "discord_unavailable", retryAfter: 3 });
	});

	it.each<KnobInput>([
		{ kind: "fail", path: "/api/*", status: 500 },
		{ kind: "fail", path: "/api/*", status: 502 },
		{ kind: "drop", path: "/api/*" },
	])("are not to be had while Discord is out of order: $kind $status", async (fault) => {
		turn(fault);
		expect(await refusal(currentUserGuilds(token))).toMatchObject({ code: "discord_unavailable" });
	});

	it("are given up after a time-out", async () => {
		const spy = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort("timed out"));
		expect(await refusal(currentUserGuilds(token))).toMatchObject({ code: "discord_unavailable" });
		expect(spy).toHaveBeenCalledWith(5_000);
		spy.mockRestore();
	});

	it("are not believed when they are something else", async () => {
		const spy = vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json([{ id: 5 }]));
		expect(await refusal(currentUserGuilds(token))).toMatchObject({ code: "discord_unavailable" });
		spy.mockRestore();
	});
});

describe("a refresh token", () => {
	const fresh = async () => (await authorize(simulator.url, "admin")).refresh_token;

	it("brings tokens that work, a new refresh token and the time they end", async () => {
		const sent = await fresh();
		const tokens = await refreshToken(sent);
		expect(tokens.refreshToken).not.toBe(sent);
		expect(tokens.scopes).toEqual(["identify", "guilds"]);
		expect(Math.abs(tokens.expiresAt - Date.now() - 604_800_000)).toBeLessThan(5_000);
		const guildIds = (await currentUserGuilds(tokens.accessToken)).map(({ id }) => id);
		expect(new Set(guildIds)).toEqual(
			new Set(simulator.state.guildsOf(personId("admin")).map(({ id }) => id)),
		);
	});

	it("that was used already needs a new sign-in", async () => {
		const sent = await fresh();
		await refreshToken(sent);
		expect(await refusal(refreshToken(sent))).toMatchObject({ code: "unauthenticated" });
	});

	it("is kept for later while Discord is out of order", async () => {
		const sent = await fresh();
		turn({ kind: "fail", path: "/api/v10/oauth2/token", status: 502 });
		expect(await refusal(refreshToken(sent))).toMatchObject({ code: "discord_unavailable" });
		expect(await refreshToken(sent)).toMatchObject({ scopes: ["identify", "guilds"] });
	});
});
