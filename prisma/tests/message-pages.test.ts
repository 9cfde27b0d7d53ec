import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeCursor } from "@/lib/api/cursor";
import { listMessages } from "@/lib/messages/data";
import { type ListMessagesQuery, listMessagesQuery } from "@/lib/messages/schema";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { type Made, makeMessages } from "./message-scene";
import { makeAdmin, makeGuild, newId } from "./people";

let db: TestDatabase;
let visitor: { userId: string; token: string; level: 7 };
let guild: string;
let messages: Made[];
const people = Array.from({ length: 6 }, newId);
const channels = Array.from({ length: 3 }, newId);
const [author = "", reader = ""] = people;
const [channel = ""] = channels;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	visitor = { ...(await makeAdmin(db, guild)), level: 7 };
	await db
		.pool("guildhall_bot")
		.query("INSERT INTO discord_users (id, username) SELECT id, id::text FROM unnest($1::bigint[]) AS id", [
			people,
		]);
	messages = await makeMessages(db, { guildId: guild, channels, people }, 0);
	await makeMessages(db, { guildId: await makeGuild(db), channels: [newId()], people }, 1);
});
afterAll(() => db.drop());

/** All messages that fit, filtered one by one, newest first. */
function expected({ q, author, channel, mentions, has, type, pinned, deleted }: ListMessagesQuery): string[] {
	const parts = (message: Made): string[] => [
		...message.has,
		...(message.edited ? ["edited"] : []),
		...(message.content.includes("://") ? ["link"] : []),
	];
	return messages
		.filter((message) => deleted === "1" || !message.deleted)
		.filter((message) => q === undefined || message.content.split(" ").includes(q))
		.filter((message) => author === undefined || message.author === author)
		.filter((message) => channel === undefined || message.channel === channel)
		.filter((message) => mentions === undefined || message.mentions.includes(mentions))
		.filter((message) => type === undefined || message.type === type)
		.filter((message) => pinned === undefined || message.pinned)
		.filter((message) => (has ?? []).every((part) => parts(message).includes(part)))
		.map((message) => message.id)
		.toSorted((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1));
}

async function readAll(query: ListMessagesQuery): Promise<string[]> {
	return inScope(db, guild, visitor, async (scope) => {
		const ids: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await listMessages(scope, { ...query, cursor });
			ids.push(...page.items.map((item) => item.id));
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		return ids;
	});
}

const asked: Partial<ListMessagesQuery>[] = [
	{ has: ["image"] },
	{ has: ["video"] },
	{ has: ["attachment"], deleted: "1" },
	{ has: ["embed"] },
	{ has: ["sticker"] },
	{ has: ["reaction"] },
	{ has: ["image", "reaction"] },
	{ has: ["video", "reaction", "edited"] },
	{ has: ["link"] },
	{ has: ["image", "link"] },
	{ mentions: reader },
	{ mentions: reader, has: ["image"] },
	{ type: "guild_member_join" },
	{ type: "guild_member_join", has: ["reaction"] },
	{ type: "thread_created" },
	{ author, has: ["image"] },
	{ author, has: ["video"] },
	{ channel, has: ["reaction"], mentions: reader },
	{ pinned: "1", has: ["image"] },
	{ q: "lamp", has: ["image"] },
	{ q: "fog", author, has: ["sticker"] },
];

describe("messages", () => {
	test.each(asked)("are those that fit %j, page after page", async (narrowing) => {
		const query = { ...listMessagesQuery.parse({}), ...narrowing, limit: 100 };
		expect(await readAll(query)).toEqual(expected(query));
	});

	test.each(asked)("end with a page that may be full: %j", async (narrowing) => {
		const query = { ...listMessagesQuery.parse({}), ...narrowing };
		const last = expected(query).slice(-51);
		const page = await inScope(db, guild, visitor, (scope) =>
			listMessages(scope, last.length < 51 ? query : { ...query, cursor: encodeCursor(last.slice(0, 1)) }),
		);
		expect(page.items.map((item) => item.id)).toEqual(last.slice(-50));
		expect(page.nextCursor).toBeNull();
	});
});

describe("a search of messages", () => {
	const steering = async (filters: object, narrowed: boolean): Promise<string> => {
		const { rows } = await db
			.pool("guildhall_owner")
			.query<{ walk: string | null }>(
				"SELECT app.steering_part($1, $2, $3, 0, 9223372036854775807) AS walk",
				[guild, filters, narrowed],
			);
		return /discord_message_\w+ x WHERE [^$]*?(?= AND x\.guild_id)/.exec(rows[0]?.walk ?? "")?.[0] ?? "";
	};

	test("walks along the part that the fewest have", async () => {
		expect(await steering({ has: ["image", "sticker"] }, false)).toContain("discord_message_stickers");
		expect(await steering({ has: ["attachment", "video"] }, false)).toContain("video/");
		expect(await steering({ has: ["image"] }, false)).toContain("image/");
	});

	test("reads an author's messages unless few have the part", async () => {
		expect(await steering({ author, has: ["image"] }, true)).toBe("");
		expect(await steering({ author, has: ["video"] }, true)).toContain("video/");
		expect(await steering({ author }, true)).toBe("");
	});
});
