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

/** One more than Postgres' largest `bigint`. */
const tooLarge = "9223372036854775808";
const idempotencyKey = "an-id-too-large";

type Attempt = [name: string, field: string, address: string, method?: string, body?: unknown];
const attempts: Attempt[] = [
	["the list of cases", "member", `cases?member=${tooLarge}`],
	["the list of cases", "moderator", `cases?moderator=${tooLarge}`],
	["the list of orders", "member", `orders?member=${tooLarge}`],
	["the list of notes", "member", `notes?member=${tooLarge}`],
	["a new case", "member", "cases", "POST", { member: tooLarge, type: "WARN", reason: "x", idempotencyKey }],
	["a new note", "member", "notes", "POST", { member: tooLarge, content: "x" }],
	[
		"a role",
		"roleId",
		`members/${guilds.medium.ownerId}/roles`,
		"POST",
		{ roleId: tooLarge, held: true, idempotencyKey },
	],
	[
		"a message",
		"replyTo",
		`channels/${guilds.medium.channels[0]?.id}/messages`,
		"POST",
		{ content: "x", replyTo: tooLarge, idempotencyKey },
	],
	[
		"the report's schedule",
		"channelId",
		"report/schedule",
		"PUT",
		{ channelId: tooLarge, weekday: 1, hour: 9, locale: "en", enabled: true, revision: 0 },
	],
];

test.each(attempts)("%s refuses a %s beyond bigint by its name", async (_, field, address, method, body) => {
	const session = await login("owner");
	const response = await call(`/api/v1/guilds/${guild}/${address}`, {
		session,
		...(method === undefined ? {} : { method, body }),
	});
	expect(await response.json()).toMatchObject({
		status: 422,
		code: "invalid_input",
		errors: [{ path: field, message: "expected a Discord id" }],
	});
});
