import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { limits } from "@/lib/api/rate-limit";
import { guilds } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

/** Sends `count` requests, some at a time, and answers their status codes. */
async function send(count: number, request: () => Promise<Response>, atOnce = 10): Promise<number[]> {
	const codes: number[] = [];
	while (codes.length < count) {
		const batch = Array.from({ length: Math.min(atOnce, count - codes.length) }, request);
		for (const response of await Promise.all(batch)) {
			await response.arrayBuffer();
			codes.push(response.status);
		}
	}
	return codes;
}

describe("one caller's requests", () => {
	it("are refused past the limit, with the time to wait, and nobody else's are", async () => {
		const eager = await visitor({ levels: { [guilds.small.id]: 7 } });
		const calm = await visitor({ levels: { [guilds.small.id]: 7 } });
		const search = (session: string) => call(`/api/v1/guilds/${guilds.small.id}/search?q=run`, { session });
		const { points, duration } = limits.search;
		expect(new Set(await send(points, () => search(eager.token), 3))).toEqual(new Set([200]));
		const refused = await search(eager.token);
		const wait = Number(refused.headers.get("retry-after"));
		expect(await problemOf(refused)).toMatchObject({ status: 429, code: "rate_limited" });
		expect(wait).toBeGreaterThanOrEqual(1);
		expect(wait).toBeLessThanOrEqual(duration);
		expect((await search(calm.token)).status).toBe(200);
	});

	it("are counted apart by what they cost", async () => {
		const writer = await visitor();
		const write = () =>
			call("/api/v1/me/preferences", { method: "PUT", session: writer.token, body: { theme: "dark" } });
		const codes = await send(limits.write.points + 1, write);
		expect(codes.filter((code) => code === 429)).toHaveLength(1);
		expect((await call("/api/v1/me", { session: writer.token })).status).toBe(200);
	});

	it("with made-up sessions do not reach the database for ever", async () => {
		const session = "y".repeat(43);
		const codes = await send(limits.read.points + 1, () => call("/api/v1/me", { session }));
		expect(codes.filter((code) => code === 401)).toHaveLength(limits.read.points);
		expect(codes.at(-1)).toBe(429);
	});

	it("with another made-up token each time are one stranger's, by address", async () => {
		const guess = (address: string) => () =>
			call("/api/v1/me", {
				bearer: `gh_${randomBytes(32).toString("base64url")}`,
				headers: { "x-forwarded-for": address },
			});
		const codes = await send(limits.stranger.points + 10, guess("198.51.100.9"));
		expect(new Set(codes)).toEqual(new Set([401, 429]));
		expect(codes.at(-1)).toBe(429);
		const { token } = await visitor();
		const elsewhere = await call("/api/v1/me", {
			session: token,
			headers: { "x-forwarded-for": "198.51.100.10" },
		});
		expect(elsewhere.status).toBe(200);
	});
});

describe("pages", () => {
	const page = (headers: Record<string, string>, session?: string) => () =>
		call("/favicon.svg", { headers, ...(session === undefined ? {} : { session }) });
	const perMinute = 1_200;

	it("are refused past a stranger's limit with a page to read, by address", async () => {
		const codes = await send(perMinute, page({ "x-forwarded-for": "198.51.100.20" }));
		expect(new Set(codes)).toEqual(new Set([200]));
		const refused = await page({ "x-forwarded-for": "198.51.100.20", "accept-language": "de" })();
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
		expect(refused.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
		expect(refused.headers.get("content-type")).toContain("text/html");
		expect(await refused.text()).toMatch(/<html lang="de".*Zu viele Seiten auf einmal/s);
		expect((await page({ "x-forwarded-for": "198.51.100.21" })()).status).toBe(200);
	});

	it("are counted per session, prefetches too, and not against others at the same address", async () => {
		const from = { "x-forwarded-for": "198.51.100.22" };
		const prefetch = { ...from, rsc: "1", "next-router-prefetch": "1" };
		const eager = await visitor();
		const calm = await visitor();
		expect(await send(perMinute - 10, page(from, eager.token))).not.toContain(429);
		expect(await send(10, page(prefetch, eager.token))).not.toContain(429);
		expect(await send(1, page(prefetch, eager.token))).toEqual([429]);
		expect((await page(from, calm.token)()).status).toBe(200);
	});

	it("with made-up sessions are one address's in the end", async () => {
		const from = { "x-forwarded-for": "198.51.100.23" };
		const madeUp = () =>
			call("/favicon.svg", { session: randomBytes(32).toString("base64url"), headers: from });
		const codes = await send(4 * perMinute + 10, madeUp);
		expect(codes.at(-1)).toBe(429);
	});
});

describe("signing in", () => {
	it("is limited by address", async () => {
		const begin = (address: string) => () =>
			call("/api/auth/signin/discord", { method: "POST", headers: { "x-forwarded-for": address } });
		const codes = await send(limits.signIn.points + 1, begin("198.51.100.7"));
		expect(codes.filter((code) => code === 429)).toHaveLength(1);
		expect(await send(1, begin("198.51.100.8"))).not.toContain(429);
	});
});
