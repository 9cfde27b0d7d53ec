import { expect, it } from "vitest";
import { fleet } from "@/lib/fleet/schema";
import { database, guilds } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { call } from "./call";

it("answers operators: shards, figures of each day, queues, and what could not be stored", async () => {
	const operator = await visitor();
	await database("UPDATE web_users SET is_operator = true WHERE user_id = $1", [operator.id]);
	const [letter] = await database<{ id: string }>(
		`INSERT INTO gateway_dead_letters (shard_id, sequence, event, reason, frame, received_at)
		VALUES (0, 1, 'MESSAGE_CREATE', '22P02: invalid input syntax for type bigint: "a secret"', '{"content": "a secret"}', now())
		RETURNING id::text`,
	);
	const response = await call("/api/v1/fleet", { session: operator.token });
	await database("DELETE FROM gateway_dead_letters WHERE id = $1", [letter?.id]);
	expect(response.status).toBe(200);
	const text = await response.text();
	expect(text).not.toContain("a secret");
	const told = fleet.parse(JSON.parse(text));
	expect(told.shards.length).toBeGreaterThan(0);
	expect(told.days.length).toBeGreaterThan(20);
	expect(told.deadLetters).toContainEqual(
		expect.objectContaining({
			event: "MESSAGE_CREATE",
			reason: "22P02: invalid input syntax for type bigint",
			day: expect.any(Number),
		}),
	);
	expect(told.partitions.map(({ table }) => table)).toEqual([
		"discord_audit_log",
		"discord_command_executions",
		"discord_messages",
		"discord_native_audit_log",
	]);
});

it("has nothing for anybody else, owners of servers among them", async () => {
	const owner = await visitor({ levels: { [guilds.medium.id]: 7 } });
	expect((await call("/api/v1/fleet", { session: owner.token })).status).toBe(404);
	expect((await call("/api/v1/fleet/dead-letters/export", { session: owner.token })).status).toBe(404);
	expect((await call("/fleet", { session: owner.token })).status).toBe(404);
	expect((await call("/api/v1/fleet", {})).status).toBe(401);
});
