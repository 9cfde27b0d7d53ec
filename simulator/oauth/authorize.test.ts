import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "@/prisma/seed/world/people";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "../server";
import { authorizeQuery, choose, pkcePair, REDIRECT_URI } from "../visitor";

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.close());

const page = (query: URLSearchParams) =>
	fetch(`${simulator.url}/oauth2/authorize?${query}`, { redirect: "manual" });

describe("the page that asks who you are", () => {
	it("offers the six people in a plain form and says that it is simulated", async () => {
		const response = await page(authorizeQuery());
		const text = await response.text();
		expect(response.status).toBe(200);
		expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
		expect(text).toContain("Simulated Discord");
		expect(text).not.toContain("<script");
		for (const { user, title } of PEOPLE) {
			expect(text).toContain(`value="${user.id}"`);
			expect(text).toContain(title);
		}
	});

	it("carries hostile parameters as text", async () => {
		const text = await (await page(authorizeQuery({ state: `"><script>alert(1)</script>` }))).text();
		expect(text).toContain("&quot;&gt;&lt;script&gt;");
		expect(text).not.toContain("<script>");
	});

	it("sends the code and the state back", async () => {
		const target = await choose(simulator.url, "helper", authorizeQuery());
		expect(target.origin + target.pathname).toBe(REDIRECT_URI);
		expect(target.searchParams.get("state")).toBe("opaque-state");
		expect(target.searchParams.get("code")).toMatch(/^[\w-]{20}$/);
	});

	it("tells the application when the person cancels", async () => {
		const target = await choose(simulator.url, "cancel", authorizeQuery());
		expect(target.searchParams.get("error")).toBe("access_denied");
		expect(target.searchParams.get("state")).toBe("opaque-state");
		expect(target.searchParams.has("code")).toBe(false);
	});

	it.each([
		["an unknown client", { client_id: "123456789012345678" }, "Unknown Application"],
		[
			"an address elsewhere",
			{ redirect_uri: "https://evil.example/callback" },
			"Invalid OAuth2 redirect_uri",
		],
		["an address that is none", { redirect_uri: "callback" }, "Invalid OAuth2 redirect_uri"],
	])("shows %s an error and redirects nowhere", async (_what, overrides, title) => {
		const response = await page(authorizeQuery(overrides));
		expect(response.status).toBe(400);
		expect(response.headers.get("location")).toBeNull();
		expect(await response.text()).toContain(title);
	});

	it.each([
		["unsupported_response_type", { response_type: "token" }],
		["invalid_scope", { scope: "identify everything" }],
		["invalid_request", { code_challenge: pkcePair().challenge, code_challenge_method: "plain" }],
	])("sends %s back to the application", async (error, overrides) => {
		const response = await page(authorizeQuery(overrides));
		const target = new URL(response.headers.get("location") ?? "about:blank");
		expect(response.status).toBe(302);
		expect(target.searchParams.get("error")).toBe(error);
		expect(target.searchParams.get("state")).toBe("opaque-state");
	});

	it("accepts only registered addresses when there is a register", async () => {
		const strict = await startSimulator({ port: 0, redirectUris: [REDIRECT_URI] });
		const ask = (redirect_uri: string) =>
			fetch(`${strict.url}/oauth2/authorize?${authorizeQuery({ redirect_uri })}`);
		expect((await ask(REDIRECT_URI)).status).toBe(200);
		expect((await ask(`${REDIRECT_URI}/more`)).status).toBe(400);
		await strict.close();
	});

	it("adds the bot to a server for an invite link", async () => {
		const own = await startSimulator({ port: 0 });
		const guildId = own.state.world.guilds.find((guild) => guild.key === "studyhall")?.id ?? "";
		const link = new URLSearchParams({
			client_id: SIMULATED_CLIENT.clientId,
			scope: "bot",
			guild_id: guildId,
		});
		const text = await (await fetch(`${own.url}/oauth2/authorize?${link}`)).text();
		expect(text).toContain(`value="${guildId}" required checked`);
		const body = new URLSearchParams({ guild_id: guildId });
		const added = await fetch(`${own.url}/oauth2/authorize/bot`, { method: "POST", body });
		const headers = { Authorization: `Bot ${SIMULATED_CLIENT.botToken}` };
		expect(await added.text()).toContain("Study Hall now");
		expect((await fetch(`${own.url}/api/v10/guilds/${guildId}`, { headers })).status).toBe(200);
		await own.close();
	});
});
