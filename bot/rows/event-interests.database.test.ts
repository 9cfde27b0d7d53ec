import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receivedNow } from "@/bot/gateway/clock";
import { Tables } from "@/bot/rows/tables";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { guildId, idAt, person } from "@/bot/tests/payloads";

const [event, other] = [idAt("10:00:00.000", 1), idAt("10:00:00.000", 2)];

let feed: Feed;
beforeAll(async () => {
	feed = await openFeed();
	await feed.send(frame("GUILD_CREATE", { id: guildId, name: "Harbor", member_count: 1, members: [] }));
});
afterAll(() => feed.close());

const plan = (id: string, user_count: number) =>
	frame("GUILD_SCHEDULED_EVENT_UPDATE", {
		...{ id, guild_id: guildId, name: "Regatta", status: 1, entity_type: 3, privacy_level: 2, user_count },
	});
const interest = (what: "ADD" | "REMOVE", id: string, n: number) =>
	frame(`GUILD_SCHEDULED_EVENT_USER_${what}`, {
		...{ guild_id: guildId, guild_scheduled_event_id: id, user_id: person(n).id },
	});

async function counted(id: string): Promise<number | null | undefined> {
	const found = await feed.rows<{ count: number | null }>(
		"SELECT user_count AS count FROM discord_scheduled_events WHERE id = $1",
		[id],
	);
	return found[0]?.count;
}

describe("how many are interested in an event", () => {
	it("falls, once, when somebody takes back what was given before the worker came", async () => {
		await feed.send(plan(event, 3));
		const takenBack = interest("REMOVE", event, 1);
		await feed.send(takenBack);
		expect(await counted(event)).toBe(2);
		await feed.send(takenBack);
		await feed.send(interest("REMOVE", event, 1), takenBack);
		expect(await counted(event)).toBe(2);
		await feed.send(interest("ADD", event, 1));
		expect(await counted(event)).toBe(3);
	});

	it("does not fall below those who are known, nor below nobody", async () => {
		await feed.send(plan(other, 0));
		await feed.send(interest("REMOVE", other, 1));
		expect(await counted(other)).toBe(0);
		await feed.send(interest("ADD", other, 2));
		await feed.send(interest("REMOVE", other, 3));
		expect(await counted(other)).toBe(1);
	});

	it("stays as Discord's list says, where an older frame comes behind it", async () => {
		const late = interest("REMOVE", other, 7);
		const [at, tables] = [receivedNow(), new Tables()];
		tables.events.put(guildId, other, at, { user_count: 2 });
		tables.events.interestedAre(guildId, other, [person(2).id, person(4).id], at);
		await feed.scope.transaction((db) => tables.write(db));
		await feed.send(late);
		expect(await counted(other)).toBe(2);
		const people = await feed.rows<{ id: string }>(
			"SELECT user_id::text AS id FROM discord_event_participants WHERE event_id = $1 AND removed_at IS NULL ORDER BY 1",
			[other],
		);
		expect(people.map(({ id }) => id)).toEqual([person(2).id, person(4).id]);
	});
});
