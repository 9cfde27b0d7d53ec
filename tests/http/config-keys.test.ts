import { expect, it } from "vitest";
import { guilds, login } from "@/tests/setup/login";
import { call, problemOf } from "./call";

const keys = `/api/v1/guilds/${guilds.medium.id}/configuration/keys`;
type List = { revision: number; keys: { key: string; json: string }[] };

it("a dynamic key is added, defended against a stale save, and removed", async () => {
	const session = await login("owner");
	const list = async () => (await (await call(keys, { session })).json()) as List;
	const put = (revision: number, json: string) =>
		call(`${keys}/test.flag`, { session, method: "PUT", body: { revision, json, description: null } });
	const { revision } = await list();

	const added = (await (await put(revision, "[902114735018344448]")).json()) as List;
	expect(added.revision).toBeGreaterThan(revision);
	expect(added.keys.find(({ key }) => key === "test.flag")?.json).toContain("902114735018344448");

	const stale = await put(revision, "false");
	expect(stale.status).toBe(409);
	expect((await problemOf(stale)).code).toBe("conflict");
	expect((await put(added.revision, "nope")).status).toBe(422);

	const remove = (seen: number) => call(`${keys}/test.flag?revision=${seen}`, { session, method: "DELETE" });
	expect((await remove(revision)).status).toBe(409);
	expect((await remove(added.revision)).status).toBe(200);
	expect((await remove(added.revision)).status).toBe(404);
	expect((await list()).keys.some(({ key }) => key === "test.flag")).toBe(false);
});

it.each(["export", "all"])("a key may be called %s, as parts of addresses are", async (key) => {
	const session = await login("owner");
	const { revision } = (await (await call(keys, { session })).json()) as List;
	const body = { revision, json: "1", description: null };
	const saved = (await (await call(`${keys}/${key}`, { session, method: "PUT", body })).json()) as List;
	expect(saved.keys.map((stored) => stored.key)).toContain(key);
	const remove = `${keys}/${key}?revision=${saved.revision}`;
	expect((await call(remove, { session, method: "DELETE" })).status).toBe(200);
});
