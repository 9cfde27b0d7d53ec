import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { permissions } from "@/lib/auth/permissions";
import { personId } from "@/prisma/seed/world/people";
import { fill, parameters } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import { guilds, login } from "@/tests/setup/login";
import { changeCount, leaked, privateTexts } from "@/tests/setup/victim";
import { apiToken, type Visitor, visitor } from "@/tests/setup/visitor";
import { type Operation, ofGuild, operations } from "./api-routes";
import { type Call, call, problemOf } from "./call";
import { bodyFor } from "./sample-body";

const victim = guilds.medium.id;
const own = guilds.small.id;
const all = (await operations()).map((operation): [string, Operation] => [operation.name, operation]);
const needed = (operation: Operation) =>
	operation.spec.permission === undefined ? 0 : permissions[operation.spec.permission];

let secrets: string[] = [];
let values: Record<string, string> = {};
let changesBefore = 0;
const insiders = new Map<number, Visitor>();

beforeAll(async () => {
	await login("owner");
	await apiToken({ id: personId("owner") });
	values = await examples(victim);
	secrets = await privateTexts(victim, own);
	for (const level of [1, 2, 3, 4, 5, 6, 7])
		insiders.set(level, await visitor({ levels: { [victim]: level } }));
	changesBefore = await changeCount();
	expect(secrets.length).toBeGreaterThan(500);
});

/** The one query parameter that a write insists on. */
const demanded = ({ spec, method }: Operation) =>
	method !== "GET" && spec.query && "revision" in spec.query.shape ? "?revision=1" : "";

/** Sends the operation, with a body that would be accepted, and expects a refusal that tells nothing. */
async function refused(operation: Operation, wish: Call, status: number, named = values): Promise<string> {
	const response = await call(fill(operation.address, named) + demanded(operation), {
		method: operation.method,
		...(operation.spec.body === undefined ? {} : { body: bodyFor(operation) }),
		...wish,
	});
	const text = await response.clone().text();
	expect(leaked(text, secrets), operation.name).toEqual([]);
	const problem = await problemOf(response);
	expect({ status: response.status, code: problem.code }, operation.name).toMatchObject({ status });
	expect(problem.requestId).toBeTruthy();
	expect(await changeCount(), `${operation.name} changed something`).toBe(changesBefore);
	return problem.code;
}

const insider = (level: number) => ({ session: insiders.get(level)?.token ?? "" });

const tokens = new Map<string, Promise<string>>();

/**
 * A token of somebody who may do everything here, made for less; one of a kind, since a person holds few. For a file it is
 * somebody's who asks for no other: few may be asked for in a minute.
 */
async function lesser({ spec }: Operation, limits: { maxLevel?: number; guildId?: string }): Promise<string> {
	if (spec.file) return apiToken(await visitor({ levels: { [victim]: 7 } }), limits);
	const key = JSON.stringify(limits);
	const made = tokens.get(key) ?? apiToken({ id: insiders.get(7)?.id ?? "" }, limits);
	tokens.set(key, made);
	return made;
}

describe("without a usable session", () => {
	it.each(all)("%s answers 401 to nobody", async (_, operation) => {
		await refused(operation, {}, 401);
	});

	it.each(all)("%s answers 401 to made-up, expired and revoked sessions", async (_, operation) => {
		const expired = await visitor({ levels: { [victim]: 7 }, session: "expired" });
		const revoked = await visitor({ levels: { [victim]: 7 }, session: "revoked" });
		await refused(operation, { session: randomBytes(32).toString("base64url") }, 401);
		await refused(operation, { session: expired.token }, 401);
		await refused(operation, { session: revoked.token }, 401);
	});
});

describe("with too little access", () => {
	it.each(all.filter(([, operation]) => ofGuild(operation)))(
		"%s does not exist for a stranger",
		async (_, operation) => {
			const stranger = await visitor({ levels: { [own]: 7 } });
			await refused(operation, { session: stranger.token }, 404);
			await refused(operation, { bearer: await apiToken(stranger) }, 404);
		},
	);

	it.each(all.filter(([, operation]) => needed(operation) > 1))(
		"%s refuses the level below",
		async (_, operation) => {
			await refused(operation, insider(needed(operation) - 1), 403);
		},
	);

	it.each(all.filter(([, operation]) => ofGuild(operation)))(
		"%s refuses API tokens made for less",
		async (_, operation) => {
			await refused(operation, { bearer: await lesser(operation, { guildId: own }) }, 404);
			if (needed(operation) < 2) return;
			const maxLevel = needed(operation) - 1;
			await refused(operation, { bearer: await lesser(operation, { maxLevel }) }, 403);
		},
	);
});

describe("another's child under one's own address", () => {
	/** PUT makes what is not there yet: under one's own address it names no child of another's. */
	const nested = all.filter(
		([, { address, method }]) => method !== "PUT" && parameters(address).some((name) => name !== "guildId"),
	);

	it.each(nested)("%s finds nothing", async (_, operation) => {
		const attacker = await visitor({ levels: { [own]: 7 } });
		await refused(operation, { session: attacker.token }, 404, { ...values, guildId: own });
	});
});

describe("writes", () => {
	const writes = all.filter(([, { method }]) => method !== "GET");

	it.each(writes)("%s takes none from another site", async (_, operation) => {
		for (const origin of [null, "null", "https://guildhall.example"])
			expect(await refused(operation, { ...insider(7), origin }, 403)).toBe("wrong_origin");
	});

	it.each(writes.filter(([, { spec }]) => spec.body !== undefined))(
		"%s takes JSON only",
		async (_, operation) => {
			await refused(operation, { ...insider(7), headers: { "content-type": "text/plain" } }, 415);
		},
	);
});
