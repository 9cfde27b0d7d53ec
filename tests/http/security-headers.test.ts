import { describe, expect, it } from "vitest";
import { guilds, login } from "@/tests/setup/login";
import { baseUrl, call } from "./call";
import { CookieJar } from "./cookie-jar";
import { signIn } from "./sign-in";

/** `script-src` of a policy as its list of sources. */
function sources(policy: string | null, directive: string): string[] {
	const found = policy?.split("; ").find((part) => part.startsWith(`${directive} `));
	return found?.split(" ").slice(1) ?? [];
}

describe("every answer", () => {
	const places = ["/", "/sign-in", "/nowhere", "/api/health", "/api/v1/me", "/api/auth/csrf", "/favicon.svg"];

	it.each(places)(
		"%s may not be framed or sniffed and says little about where one comes from",
		async (path) => {
			const { headers } = await call(path);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("x-frame-options")).toBe("DENY");
			expect(headers.get("referrer-policy")).toBe("same-origin");
			expect(headers.has("x-powered-by")).toBe(false);
		},
	);
});

describe("pages", () => {
	const places = ["/", "/sign-in", "/nowhere", "/guilds", `/guilds/${guilds.medium.id}/members`];

	it.each(places)("%s runs scripts that carry its own nonce only", async (path) => {
		const first = await call(path, { session: await login("owner") });
		const policy = first.headers.get("content-security-policy");
		const allowed = sources(policy, "script-src");
		expect(allowed).not.toContain("'unsafe-inline'");
		expect(allowed).not.toContain("'unsafe-eval'");
		expect(sources(policy, "frame-ancestors")).toEqual(["'none'"]);
		expect(sources(policy, "base-uri")).toEqual(["'none'"]);
		const nonce = allowed.find((source) => source.startsWith("'nonce-"))?.slice(7, -1);
		const scripts = [...(await first.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
		expect(scripts.length).toBeGreaterThan(0);
		expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
		const second = await call(path);
		expect(second.headers.get("content-security-policy")).not.toContain(nonce);
	});

	const answers: [string, Record<string, string>][] = [
		["/guilds/no-such-page.txt", {}],
		["/no-such-picture.svg", {}],
		["/_next/nowhere", {}],
		["/api/nowhere", {}],
		["/sign-in", { rsc: "1" }],
		["/sign-in", { rsc: "1", "next-router-prefetch": "1" }],
		["/sign-in", { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }],
		["/sign-in", { "next-router-prefetch": "1" }],
		["/sign-in.rsc", {}],
	];

	it.each(answers)("%s carries a policy also when asked with %o", async (path, headers) => {
		const first = await call(path, { headers });
		// Next sends what its own router asks for without a hash to an address that has one.
		const answer =
			first.status === 307 ? await call(first.headers.get("location") ?? "", { headers }) : first;
		const policy = answer.headers.get("content-security-policy");
		expect(first.headers.has("content-security-policy")).toBe(true);
		expect(answer.headers.get("content-type")).toMatch(/text\/(html|x-component|plain)/);
		expect(sources(policy, "default-src")).toHaveLength(1);
		expect(sources(policy, "frame-ancestors")).toEqual(["'none'"]);
	});

	it("are kept by no shared cache", async () => {
		const { headers } = await call("/guilds", { session: await login("owner") });
		expect(headers.get("cache-control")).toMatch(/no-store|private/);
	});
});

describe("cookies", () => {
	it("of the session are out of scripts' and other sites' reach", async () => {
		const jar = new CookieJar();
		jar.store(await call("/api/auth/csrf"));
		const header = await signIn(baseUrl, "helper");
		expect(header).toMatch(/guildhall\.session=[\w-]{43}/);
		const refreshed = await call("/api/auth/session", { headers: { cookie: header } });
		const session = refreshed.headers.getSetCookie().find((line) => line.startsWith("guildhall.session="));
		expect(session).toMatch(/HttpOnly/i);
		expect(session).toMatch(/SameSite=Lax/i);
		expect(session).toMatch(/Path=\/(;|$)/i);
	});

	it("of an API answer are none", async () => {
		const response = await call("/api/v1/me", { session: await login("owner") });
		expect(response.status).toBe(200);
		expect(response.headers.getSetCookie()).toEqual([]);
	});
});

describe("after signing in", () => {
	const elsewhere = [
		"https://guildhall.example/",
		"//guildhall.example/",
		"/\\guildhall.example/",
		"\\\\guildhall.example",
		"javascript:alert(1)",
		"/%2F/guildhall.example",
		`${baseUrl}@guildhall.example/`,
	];

	it.each(elsewhere)("%s is not followed", async (callbackUrl) => {
		const search = new URLSearchParams({ callbackUrl });
		const response = await call(`/sign-in?${search}`, { session: await login("owner") });
		const target = new URL(response.headers.get("location") ?? "", baseUrl);
		expect(response.status).toBe(307);
		expect(target.origin).toBe(new URL(baseUrl).origin);
		expect(target.pathname).not.toMatch(/^\/[/\\]/);
	});

	it("a page of this site is", async () => {
		const path = `/guilds/${guilds.medium.id}/members?q=mira`;
		const search = new URLSearchParams({ callbackUrl: path });
		const response = await call(`/sign-in?${search}`, { session: await login("owner") });
		expect(response.headers.get("location")).toBe(path);
	});
});
