import { beforeAll, describe, expect, it } from "vitest";
import type { MessageContext, MessageItem, MessageList } from "@/lib/messages/view-schema";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

const guild = guilds.medium.id;
let reader: Visitor;

beforeAll(async () => {
	reader = await visitor({ levels: { [guild]: 3, [guilds.small.id]: 2 } });
});

const at = (address: string, guildId = guild) =>
	call(`/api/v1/guilds/${guildId}/messages${address}`, { session: reader.token });

async function read<T>(address: string): Promise<T> {
	const response = await at(address);
	expect(response.status, address).toBe(200);
	return (await response.json()) as T;
}

const messages = (search: string) => read<MessageList>(search);
const idsOf = ({ items }: { items: MessageItem[] }) => items.map(({ id }) => id);

describe("the list of messages", () => {
	it("goes on where the page before ended, newest first", async () => {
		const whole = await messages("?limit=60");
		const first = await messages("?limit=30");
		const second = await messages(`?limit=30&cursor=${first.nextCursor}`);
		expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(whole));
		const sorted = idsOf(whole).toSorted((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1));
		expect(idsOf(whole)).toEqual(sorted);
	});

	it("finds words as the database counts them", async () => {
		const [row] = await database<{ count: number }>(
			`SELECT count(*)::int AS count FROM discord_messages
			WHERE guild_id = $1 AND deleted_at IS NULL AND search @@ websearch_to_tsquery('simple', 'lamp wizard')
				AND message_type = 'reply'`,
			[guild],
		);
		let found = await messages("?q=lamp%20wizard&type=reply&limit=100");
		let count = found.items.length;
		while (found.nextCursor !== null) {
			found = await messages(`?q=lamp%20wizard&type=reply&limit=100&cursor=${found.nextCursor}`);
			count += found.items.length;
		}
		expect(count).toBe(row?.count);
	});

	it.each([
		[
			"image",
			(message: MessageItem) => message.attachments.some((file) => file.contentType?.startsWith("image/")),
		],
		["embed", (message: MessageItem) => message.embeds.length > 0],
		["sticker", (message: MessageItem) => message.stickers.length > 0],
		["reaction", (message: MessageItem) => message.reactions.length > 0],
		["reply", (message: MessageItem) => message.reply !== null],
		["edited", (message: MessageItem) => message.editedAt !== null],
	])("keeps to messages that have: %s", async (part, has) => {
		const { items } = await messages(`?has=${part}&limit=20`);
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(has)).toBe(true);
	});

	it("hides what was deleted unless asked", async () => {
		const without = await messages("?limit=100");
		expect(without.items.every(({ deletedAt }) => deletedAt === null)).toBe(true);
		const [row] = await database<{ id: string; author: string }>(
			"SELECT id::text, author_id::text AS author FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NOT NULL ORDER BY id DESC LIMIT 1",
			[guild],
		);
		const byAuthor = await messages(`?author=${row?.author}&limit=100`);
		expect(idsOf(byAuthor)).not.toContain(row?.id);
		expect(idsOf(await messages(`?author=${row?.author}&deleted=1&limit=100`))).toContain(row?.id);
	});

	it("keeps to days of the server's own zone", async () => {
		const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
		const { items } = await messages(`?after=${day(61)}&before=${day(59)}&limit=100`);
		const local = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" });
		expect(items.length).toBeGreaterThan(0);
		expect([...new Set(items.map(({ sentAt }) => local.format(new Date(sentAt))))]).toEqual([day(60)]);
	});

	it("understands operators, and refuses those that fit nothing", async () => {
		const { items } = await messages("?q=from:wharfinger%20has:embed%20in:mod-log&limit=10");
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ author, embeds }) => author.name === "wharfinger" && embeds.length > 0)).toBe(true);
		const refused = await at("?q=from:nobody-of-that-name");
		expect(refused.status).toBe(422);
		expect((await problemOf(refused)).code).toBe("invalid_input");
	});

	it("names everything that a message mentions", async () => {
		const [row] = await database<{ mentioned: string }>(
			`SELECT substring(content FROM '<@([0-9]+)>') AS mentioned FROM discord_messages
			WHERE guild_id = $1 AND deleted_at IS NULL AND content ~ '<@[0-9]+>' ORDER BY id DESC LIMIT 1`,
			[guild],
		);
		const { items, names } = await messages(`?mentions=${row?.mentioned}&limit=100`);
		const ids = items.flatMap(({ content }) => [...content.matchAll(/<@(\d+)>/g)].map(([, id = ""]) => id));
		expect(ids.length).toBeGreaterThan(0);
		for (const id of ids) expect(names.users[id]?.name, id).toBeTruthy();
		for (const { channelId } of items) expect(names.channels[channelId]?.name).toBeTruthy();
	});

	it("refuses what it cannot read, and those below its level", async () => {
		expect((await at("?cursor=made-up")).status).toBe(400);
		expect((await at("?before=yesterday")).status).toBe(422);
		expect((await at("?has=teeth")).status).toBe(422);
		expect((await at("", guilds.small.id)).status).toBe(403);
	});
});

describe("what was said around a message", () => {
	it("is its channel, oldest first, and grows at both ends without a gap", async () => {
		const [busiest] = await database<{ channel: string }>(
			`SELECT channel_id::text AS channel FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NULL
			GROUP BY channel_id ORDER BY count(*) DESC LIMIT 1`,
			[guild],
		);
		const channel = busiest?.channel;
		const rows = await database<{ id: string }>(
			"SELECT id::text FROM discord_messages WHERE guild_id = $1 AND channel_id = $2 ORDER BY id DESC LIMIT 300",
			[guild, channel],
		);
		const expected = rows.map(({ id }) => id).reverse();
		const hit = expected[150];
		const around = await read<MessageContext>(`/${hit}/context`);
		expect(idsOf(around)).toEqual(expected.slice(125, 176));
		const older = await read<MessageContext>(`/${hit}/context?older=${around.olderCursor}&limit=10`);
		expect(idsOf(older)).toEqual(expected.slice(115, 125));
		const newer = await read<MessageContext>(`/${hit}/context?newer=${around.newerCursor}&limit=10`);
		expect(idsOf(newer)).toEqual(expected.slice(176, 186));
	});

	it("is not found for a message of another server", async () => {
		const [row] = await database<{ id: string }>(
			"SELECT id::text FROM discord_messages WHERE guild_id = $1 LIMIT 1",
			[guilds.small.id],
		);
		expect((await at(`/${row?.id}/context`)).status).toBe(404);
		expect((await at("/12/context")).status).toBe(422);
	});
});
