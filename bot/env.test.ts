import { expect, it } from "vitest";
import { botEnv } from "./env";

const variables = {
	NODE_ENV: "test",
	DATABASE_BOT_URL: "postgresql://localhost/guildhall",
	DISCORD_BOT_TOKEN: "token",
	DISCORD_CLIENT_ID: "700000000000000001",
} as const;
const key = (id: string) => `${id}:${Buffer.alloc(32, id).toString("base64")}`;
const keysOf = (GUILDHALL_ENCRYPTION_KEYS: string) =>
	botEnv({ ...variables, GUILDHALL_ENCRYPTION_KEYS }).GUILDHALL_ENCRYPTION_KEYS;

it("takes the keys that the site takes, or none", () => {
	expect(keysOf(`${key("k2")}, ${key("k1")}`)).toEqual([key("k2"), key("k1")]);
	expect(botEnv(variables).GUILDHALL_ENCRYPTION_KEYS).toEqual([]);
});

it.each([
	["of too few bytes", `k1:${Buffer.alloc(16).toString("base64")}`],
	["without an id", Buffer.alloc(32).toString("base64")],
	["of something else behind a good one", `${key("k1")},secret`],
])("does not start with a key %s", (_, keys) => {
	expect(() => keysOf(keys)).toThrow("GUILDHALL_ENCRYPTION_KEYS");
});
