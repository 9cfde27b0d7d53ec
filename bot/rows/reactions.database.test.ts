import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { messageUpdate } from "@/bot/events/message-schema";
import { tellMessage } from "@/bot/events/messages";
import { Tables } from "@/bot/rows/tables";
import { applicationId, botId, type Feed, frame, openFeed } from "@/bot/tests/feed";
import {
	channelId,
	guildId,
	idAt,
	membership,
	message,
	person,
	reaction,
	unicode,
} from "@/bot/tests/payloads";

const thumb = unicode("👍");
const wave = { id: "1441000000000000700", name: "wave", animated: true };

let feed: Feed;
let id: string;
let minute = 0;

beforeAll(async () => {
	feed = await openFeed();
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
});
afterAll(() => feed.close());
beforeEach(async () => {
	minute += 1;
	id = idAt(`10:${String(minute).padStart(2, "0")}:00.000`);
	await feed.send(frame("MESSAGE_CREATE", message(id, person(1))));
});

const add = (n: number, emoji: object = thumb) =>
	frame("MESSAGE_REACTION_ADD", reaction(id, person(n), emoji));
const remove = (n: number, emoji: object = thumb) =>
	frame("MESSAGE_REACTION_REMOVE", reaction(id, person(n), emoji));
const clear = (emoji?: object) =>
	frame(emoji ? "MESSAGE_REACTION_REMOVE_EMOJI" : "MESSAGE_REACTION_REMOVE_ALL", {
		...{ message_id: id, channel_id: channelId, guild_id: guildId },
		...(emoji && { emoji }),
	});

/** Counts by emoji, and how many people are listed. */
async function tally(): Promise<Record<string, [count: number, listed: number]>> {
	const rows = await feed.rows<{ key: string; count: number; listed: number }>(
		`SELECT c.emoji_key AS key, c.count, (
			SELECT count(*)::int FROM discord_message_reactions r
			WHERE r.message_id = c.message_id AND r.emoji_key = c.emoji_key
		) AS listed
		FROM discord_message_reaction_counts c WHERE c.message_id = $1`,
		[id],
	);
	return Object.fromEntries(rows.map(({ key, count, listed }) => [key, [count, listed]]));
}

/** An export told how many reacted, and not who. */
const counted = (count: number) =>
	feed.rows(
		`INSERT INTO discord_message_reaction_counts (guild_id, message_id, emoji_key, emoji_name, count)
		VALUES ($1, $2, '👍', '👍', $3)`,
		[guildId, id, count],
	);

test("each person counts once, whatever is repeated", async () => {
	await feed.send(add(1), add(2), add(1));
	await feed.send(add(2), add(3, wave), remove(1));
	await feed.send(remove(1));
	expect(await tally()).toEqual({ "👍": [1, 1], [wave.id]: [1, 1] });
});

test("a reaction that is taken back in the same batch leaves nothing", async () => {
	await feed.send(add(1), remove(1));
	expect(await tally()).toEqual({});
	expect(await feed.rows("SELECT FROM discord_message_reactions WHERE message_id = $1", [id])).toEqual([]);
});

test("people whom nobody named count on, and leave one by one", async () => {
	await counted(3);
	await feed.send(add(1));
	expect(await tally()).toEqual({ "👍": [4, 1] });
	await feed.send(remove(2));
	expect(await tally()).toEqual({ "👍": [3, 1] });
	await feed.send(remove(3), remove(4), remove(5));
	expect(await tally()).toEqual({ "👍": [1, 1] });
	await feed.send(remove(1));
	expect(await tally()).toEqual({});
});

test("people who are listed without a count are counted", async () => {
	await feed.rows(
		`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name) VALUES ($1, $2, $3, '👍')`,
		[guildId, id, person(1).id],
	);
	await feed.send(add(2));
	expect(await tally()).toEqual({ "👍": [2, 2] });
});

test("clearing takes everything, or one emoji, also what was only counted", async () => {
	await counted(5);
	await feed.send(add(1), add(1, wave), add(2, wave));
	await feed.send(clear(thumb));
	expect(await tally()).toEqual({ [wave.id]: [2, 2] });
	await feed.send(add(3), clear(), add(4));
	expect(await tally()).toEqual({ "👍": [1, 1] });
});

test("the person and their membership become known", async () => {
	const data = reaction(id, person(60), thumb);
	await feed.send(
		frame("MESSAGE_REACTION_ADD", { ...data, member: { ...membership(), user: person(60) }, burst: true }),
		frame("MESSAGE_REACTION_ADD", reaction(id, person(61), thumb)),
	);
	const people = await feed.rows<{ username: string }>(
		"SELECT username FROM discord_users WHERE id = ANY ($1) ORDER BY id",
		[[person(60).id, person(61).id]],
	);
	expect(people.map(({ username }) => username)).toEqual(["person_60", "unknown-user"]);
});

test("reactions to messages that are not stored are passed over", async () => {
	id = idAt("23:00:00.000");
	await feed.send(add(1), remove(2), clear(), frame("MESSAGE_CREATE", message(id, person(1))));
	expect(await tally()).toEqual({});
	await feed.send(frame("MESSAGE_POLL_VOTE_ADD", { ...reaction(id, person(1), thumb), answer_id: 1 }));
});

test("a custom emoji that has lost its name is known by its id", async () => {
	await feed.send(add(1, { id: wave.id, name: null }), add(2, wave));
	await feed.send(remove(1, { id: wave.id, name: null }));
	expect(await tally()).toEqual({ [wave.id]: [1, 1] });
});

test("a message of the history comes with its counts, and a known one keeps its own", async () => {
	const history = idAt("04:00:00.000");
	const tell = async (count: number, at: string) => {
		const tables = new Tables();
		const reactions = [{ count, emoji: thumb, me: false }];
		const payload = messageUpdate.parse({ ...message(history, person(1)), reactions });
		tellMessage(tables, payload, at, { storeContent: true, applicationId, botId });
		await feed.scope.transaction((db) => tables.write(db));
	};
	id = history;
	await tell(7, "2026-11-21T13:00:00.000000Z");
	expect(await tally()).toEqual({ "👍": [7, 0] });
	await feed.send(add(1));
	await tell(7, "2026-11-21T13:30:00.000000Z");
	expect(await tally()).toEqual({ "👍": [8, 1] });
});
