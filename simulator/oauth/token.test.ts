import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personId } from "@/prisma/seed/world/people";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "../server";
import {
	authorize,
	authorizeQuery,
	choose,
	pkcePair,
	postToken,
	REDIRECT_URI,
	type TokenAnswer,
} from "../visitor";

const clock = { ms: Date.parse("2026-03-01T12:00:00Z") };
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, now: () => new Date(clock.ms) });
});
afterAll(() => simulator.close());

const me = (token: string) =>
	fetch(`${simulator.url}/api/v10/users/@me`, { headers: { Authorization: `Bearer ${token}` } });

async function freshCode(query = authorizeQuery()): Promise<string> {
	return (await choose(simulator.url, "owner", query)).searchParams.get("code") ?? "";
}

const exchange = (code: string, more: Record<string, string> = {}) =>
	postToken(simulator.url, { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, ...more });

describe("the token endpoint", () => {
	it("exchanges a code with its verifier for tokens of that person", async () => {
		const tokens = await authorize(simulator.url, "moderator");
		expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 604_800, scope: "identify guilds" });
		expect(await (await me(tokens.access_token)).json()).toMatchObject({ id: personId("moderator") });
	});

	it("takes the secret as HTTP Basic", async () => {
		const { clientId, clientSecret } = SIMULATED_CLIENT;
		const response = await fetch(`${simulator.url}/api/oauth2/token`, {
			method: "POST",
			headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
			body: new URLSearchParams({
				grant_type: "authorization_code",
				code: await freshCode(),
				redirect_uri: REDIRECT_URI,
			}),
		});
		expect(response.status).toBe(200);
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it("refuses a wrong secret", async () => {
		const response = await exchange(await freshCode(), { client_secret: "wrong" });
		expect(response.status).toBe(401);
		expect(await response.json()).toEqual({ error: "invalid_client" });
	});

	it.each([
		["another verifier", { code_verifier: pkcePair().verifier }],
		["no verifier", {}],
	])("refuses %s", async (_what, more) => {
		const query = authorizeQuery({ code_challenge: pkcePair().challenge, code_challenge_method: "S256" });
		const response = await exchange(await freshCode(query), more);
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ error: "invalid_grant" });
	});

	it("takes a code once", async () => {
		const code = await freshCode();
		expect((await exchange(code)).status).toBe(200);
		const again = await exchange(code);
		expect(again.status).toBe(400);
		expect(await again.json()).toEqual({
			error: "invalid_grant",
			error_description: 'Invalid "code" in request.',
		});
	});

	it("refuses a code after a minute", async () => {
		const code = await freshCode();
		clock.ms += 60_000;
		expect(await (await exchange(code)).json()).toMatchObject({ error: "invalid_grant" });
	});

	it("refuses a code that was asked for with another address", async () => {
		const response = await exchange(await freshCode(), { redirect_uri: "http://localhost:3000/other" });
		expect(await response.json()).toMatchObject({ error: "invalid_grant" });
	});

	it("refuses grants it does not know and bodies it cannot read", async () => {
		const unknown = await postToken(simulator.url, { grant_type: "password" });
		expect(await unknown.json()).toMatchObject({ error: "unsupported_grant_type" });
		const json = await fetch(`${simulator.url}/api/v10/oauth2/token`, { method: "POST", body: "{}" });
		expect(await json.json()).toMatchObject({ error: "invalid_request" });
	});

	it("gives new tokens for a refresh token, once", async () => {
		const first = await authorize(simulator.url, "admin");
		const renew = () =>
			postToken(simulator.url, { grant_type: "refresh_token", refresh_token: first.refresh_token });
		const second = (await (await renew()).json()) as TokenAnswer;
		expect(second.refresh_token).not.toBe(first.refresh_token);
		expect((await me(second.access_token)).status).toBe(200);
		expect((await renew()).status).toBe(400);
	});

	it("lets access tokens end after a week", async () => {
		const { access_token } = await authorize(simulator.url, "admin");
		clock.ms += 604_800_000;
		expect((await me(access_token)).status).toBe(401);
	});

	it("revokes a token", async () => {
		const { access_token } = await authorize(simulator.url, "admin");
		const { clientId, clientSecret } = SIMULATED_CLIENT;
		const body = new URLSearchParams({
			client_id: clientId,
			client_secret: clientSecret,
			token: access_token,
		});
		const response = await fetch(`${simulator.url}/api/oauth2/token/revoke`, { method: "POST", body });
		expect(response.status).toBe(200);
		expect((await me(access_token)).status).toBe(401);
	});

	it("honours tokens of an earlier run and no forged ones", async () => {
		const other = await startSimulator({ port: 0, now: () => new Date(clock.ms) });
		const { access_token } = await authorize(other.url, "admin");
		await other.close();
		expect((await me(access_token)).status).toBe(200);
		const [body = "", signature = ""] = access_token.split(".");
		const claims = JSON.parse(Buffer.from(body, "base64url").toString());
		const forged = Buffer.from(JSON.stringify({ ...claims, userId: personId("owner") })).toString(
			"base64url",
		);
		expect((await me(`${forged}.${signature}`)).status).toBe(401);
	});
});
