import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Permission, permissions } from "@/lib/auth/permissions";
import { fill, pages, parameters } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import { guilds } from "@/tests/setup/login";
import { leaked, privateTexts } from "@/tests/setup/victim";
import { visitor } from "@/tests/setup/visitor";
import { type Call, call } from "./call";

const victim = guilds.medium.id;
const own = guilds.small.id;
const open = ["/", "/sign-in"];

/** The level that a page asks for; every page of a guild is declared by `guildPage`, or by `analyticsPage` through it. */
function neededLevel(file: string): number {
	const permission = /\b(?:guild|analytics)Page\(\s*"([\w.]+)"/.exec(readFileSync(file, "utf8"))?.[1];
	if (permission === undefined) throw new Error(`${file} is not declared by guildPage`);
	return permissions[permission as Permission];
}

const all = pages().map(({ address, file }): [string, string] => [address, file]);
const guarded = all.filter(([address]) => !open.includes(address));
const ofGuild = all.filter(([address]) => address.startsWith("/guilds/{guildId}"));

let secrets: string[] = [];
let values: Record<string, string> = {};

beforeAll(async () => {
	values = await examples(victim);
	secrets = await privateTexts(victim, own);
});

/** Asks for the page as a document, and as the router's payload, which must not say more. */
async function ask(address: string, wish: Call, named = values): Promise<Response> {
	const path = fill(address, named);
	const payload = await call(path, { ...wish, headers: { RSC: "1" } });
	expect(leaked(await payload.text(), secrets), `payload of ${path}`).toEqual([]);
	const page = await call(path, wish);
	expect(leaked(await page.clone().text(), secrets), path).toEqual([]);
	return page;
}

function expectSignIn(response: Response, address: string): void {
	expect(response.status).toBe(307);
	const search = new URLSearchParams({ callbackUrl: fill(address, values) });
	expect(response.headers.get("location")).toBe(`/sign-in?${search}`);
}

describe("without a usable session", () => {
	it.each(guarded)("%s leads to the sign-in page and back", async (address) => {
		expectSignIn(await ask(address, {}), address);
	});

	it.each(guarded)("%s takes no expired or revoked session", async (address) => {
		for (const session of ["expired", "revoked"] as const) {
			const { token } = await visitor({ levels: { [victim]: 7 }, session });
			expectSignIn(await ask(address, { session: token }), address);
		}
	});
});

describe("with too little access", () => {
	it.each(ofGuild)("%s does not exist for a stranger", async (address) => {
		const { token } = await visitor({ levels: { [own]: 7 } });
		expect((await ask(address, { session: token })).status).toBe(404);
	});

	const beyondOne = ofGuild.filter(([, file]) => neededLevel(file) > 1);

	it.each(beyondOne)("%s does not exist for the level below", async (address, file) => {
		const { token } = await visitor({ levels: { [victim]: neededLevel(file) - 1 } });
		const response = await call(fill(address, values), { session: token });
		expect(response.status).toBe(404);
	});
});

describe("another's child under one's own address", () => {
	const nested = ofGuild.filter(([address]) => parameters(address).length > 1);

	it.each(nested)("%s is not found", async (address) => {
		const { token } = await visitor({ levels: { [own]: 7 } });
		const response = await ask(address, { session: token }, { ...values, guildId: own });
		expect(response.status).toBe(404);
	});
});
