import { expect, test } from "vitest";
import { guilds, login } from "@/tests/setup/login";
import { call } from "./call";

const guild = guilds.medium.id;
/** A role and a channel of another server, and ids of nothing at all. */
const addresses = [
	`roles/${guilds.small.roles[1]?.id}`,
	`channels/${guilds.small.channels[0]?.id}`,
	"members/100000000000000001",
	"roles/100000000000000001",
	"channels/100000000000000001",
	"messages/100000000000000001",
	"cases/999999",
	"commands/executions/100000000000000001",
	"members/not-an-id",
];

test.each(addresses)("an owner asking for %s, which is not there, gets 404", async (address) => {
	const session = await login("owner");
	const response = await call(`/guilds/${guild}/${address}`, { session });
	expect(response.status).toBe(404);
});
